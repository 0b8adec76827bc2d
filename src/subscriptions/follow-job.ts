import { type Viewer } from "../domain/access/viewer";
import { NO_SUCH_JOB } from "../domain/errors/thrown-texts";
import { NotFound } from "../errors";
import { type JobList } from "../ports/job-list";
import { maySeeJob } from "../services/jobs/may-see-job";
import { JobStream } from "./job-stream";
import { JobWatch } from "./job-watch";

/** Opens the stream of what becomes of a job, for those who may see it in the list. */
export class FollowJob {
  private readonly watch: JobWatch;

  constructor(private readonly jobs: JobList) {
    this.watch = new JobWatch(jobs);
  }

  /** @throws {NotFound} there is no such job for this viewer, or it is done */
  async of(viewer: Viewer, id: string): Promise<JobStream> {
    const [job] = /^\d{1,18}$/.test(id) ? await this.jobs.byIds([id]) : [];
    if (!job || !maySeeJob(viewer, job)) throw new NotFound(NO_SUCH_JOB);
    return new JobStream(this.watch, job);
  }
}
