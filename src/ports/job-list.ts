import { type JobState } from "../domain/jobs/job-state";
import { type TaskName } from "./job-queue";

/** A job as people may see it: its payload stays where it is. */
export interface ListedJob {
  readonly id: string;
  readonly kind: TaskName;
  readonly state: JobState;
  readonly branchId: string | null;
  readonly orderId: string | null;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly runAt: Date;
  /** FAILED: it ended in an error that the log tells; WORKER_DIED: its process ended first. */
  readonly error: "FAILED" | "WORKER_DIED" | null;
}

export interface JobFilter {
  /** null: of all branches, and of none in particular. */
  readonly branchIds: readonly string[] | null;
  /** null: any. */
  readonly states: readonly JobState[] | null;
  readonly kinds: readonly string[] | null;
}

/** The jobs that are not done. */
export interface JobList {
  /** Newest first. @param before the id of the last job of the page before */
  find(filter: JobFilter, limit: number, before: string | null): Promise<ListedJob[]>;
  /** How many there are, and `most` where there are more. */
  count(filter: JobFilter, most: number): Promise<number>;
  /** Those of them that are not done. */
  byIds(ids: readonly string[]): Promise<ListedJob[]>;
}
