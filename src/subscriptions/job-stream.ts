import { JobState } from "../domain/jobs/job-state";
import { type ListedJob } from "../ports/job-list";
import { type JobWatch } from "./job-watch";
import { LiveStream } from "./live-stream";

/** Emits a job as it is, then whenever it has changed, and finally that it is done. */
export class JobStream extends LiveStream<ListedJob> {
  private readonly stopFollowing: () => void;
  private seen: ListedJob | undefined;

  constructor(
    watch: JobWatch,
    private last: ListedJob,
  ) {
    super([last]);
    this.seen = last;
    this.stopFollowing = watch.follow(last.id, (job) => {
      this.seen = job;
      this.lookAgain();
    });
  }

  protected look(): void {
    if (this.last.state === JobState.SUCCEEDED) return this.took(undefined);
    const now = this.seen ?? { ...this.last, state: JobState.SUCCEEDED, error: null };
    const news = JSON.stringify(now) === JSON.stringify(this.last) ? [] : [now];
    this.last = now;
    if (!this.seen) this.lookAgain();
    this.took(news);
  }

  protected close(): void {
    this.stopFollowing();
  }
}
