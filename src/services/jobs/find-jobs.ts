import { operatesBranch, type Viewer } from "../../domain/access/viewer";
import { isUuid } from "../../domain/ids";
import { type JobState } from "../../domain/jobs/job-state";
import { isStorable } from "../../domain/texts/storable-text";
import { type JobList, type ListedJob } from "../../ports/job-list";
import { maySeeJob } from "./may-see-job";

/** null matches any. */
export interface WantedJobs {
  readonly states: readonly JobState[] | null;
  readonly kinds: readonly string[] | null;
  readonly branchIds: readonly string[] | null;
}

export interface FoundJobs {
  readonly jobs: readonly ListedJob[];
  /** Number of matching jobs over all pages; 10,000 if there are more. */
  readonly count: number;
}

/** With more jobs waiting than this, an exact number does not matter. */
const MOST_COUNTED = 10_000;

const JOB_ID = /^\d{1,18}$/;

/**
 * Lists the jobs that are not done, newest first. A key that is limited to branches sees only the
 * jobs of those.
 */
export class FindJobs {
  constructor(private readonly list: JobList) {}

  /** @param before the id of the last job on the previous page */
  async execute(
    viewer: Viewer,
    wanted: WantedJobs,
    limit: number,
    before: string | null,
  ): Promise<FoundJobs> {
    if (viewer.kind !== "key") return { jobs: [], count: 0 };
    const kinds = wanted.kinds?.filter(isStorable) ?? null;
    const branchIds = branchesOf(viewer, wanted.branchIds);
    const filter = { states: wanted.states, kinds, branchIds };
    const [jobs, count] = await Promise.all([
      this.list.find(filter, limit, before),
      this.list.count(filter, MOST_COUNTED),
    ]);
    return { jobs, count };
  }

  /** Returns those that the viewer may see, by id. */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, ListedJob>> {
    const wanted = viewer.kind === "key" ? ids.filter((id) => JOB_ID.test(id)) : [];
    const jobs = wanted.length > 0 ? await this.list.byIds(wanted) : [];
    return new Map(jobs.filter((job) => maySeeJob(viewer, job)).map((job) => [job.id, job]));
  }
}

/** null means all branches, including jobs that belong to none. */
function branchesOf(viewer: Viewer, asked: readonly string[] | null): readonly string[] | null {
  if (asked === null) return viewer.kind === "key" ? viewer.branchIds : [];
  return asked.filter((id) => isUuid(id) && operatesBranch(viewer, id));
}
