import { type EntityManager } from "typeorm";

import { JobTakenOver } from "../errors";
import { type TaskName, type Tasks } from "../ports/job-queue";
import { type ClaimedJob } from "./claim";

const END = "delete from jobs where id = $1 and owner = $2 and generation = $3";

/** The job that a handler does. */
export class RunningJob {
  constructor(private readonly job: Pick<ClaimedJob, "id" | "owner" | "generation">) {}

  /**
   * Ends the job as part of `tx`, so that what came of it is written exactly when it is done. Ending is left to the worker
   * where this is not called.
   *
   * @throws {JobTakenOver} somebody else has the job by now: whatever came of it here must not be written
   */
  async endIn(tx: EntityManager): Promise<void> {
    const { id, owner, generation } = this.job;
    const [, ended] = await tx.query<[unknown[], number]>(END, [id, owner, generation]);
    if (ended === 0) throw new JobTakenOver("Another worker has this job by now");
  }
}

/** Which use case does which job. */
export type TaskHandlers = { readonly [T in TaskName]: (payload: Tasks[T], job: RunningJob) => Promise<void> };
