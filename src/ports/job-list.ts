import { type JobState } from "../domain/jobs/job-state";
import { type TaskName } from "./job-queue";

/** A job as people may see it: without its payload. */
export interface ListedJob {
  readonly id: string;
  readonly kind: TaskName;
  readonly state: JobState;
  readonly branchId: string | null;
  readonly orderId: string | null;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly runAt: Date;
  /** FAILED: it ended in an error that is in the log; WORKER_DIED: its process ended first. */
  readonly error: "FAILED" | "WORKER_DIED" | null;
}

export interface JobFilter {
  /** null: jobs of all branches and of none in particular. */
  readonly branchIds: readonly string[] | null;
  /** null: any state. */
  readonly states: readonly JobState[] | null;
  readonly kinds: readonly string[] | null;
}

/** Lists unfinished jobs. */
export interface JobList {
  /** Newest first. @param before the id of the last job on the previous page */
  find(filter: JobFilter, limit: number, before: string | null): Promise<ListedJob[]>;
  /** Returns how many there are, or `most` if there are more. */
  count(filter: JobFilter, most: number): Promise<number>;
  /** Returns those that are unfinished. */
  byIds(ids: readonly string[]): Promise<ListedJob[]>;
}
