import { type DataSource } from "typeorm";

import { type Viewer } from "../../domain/access/viewer";
import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { JobState } from "../../domain/jobs/job-state";
import { Refused } from "../../errors";
import { type ListedJob } from "../../ports/job-list";
import { type JobQueue } from "../../ports/job-queue";
import { type FindJobs } from "./find-jobs";

/** Revives a job that is no longer retried: it runs immediately, and is retried for another day. */
export class RetryJob {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly jobs: JobQueue;
      readonly findJobs: FindJobs;
    },
  ) {}

  /**
   * Safe to repeat: a job that waits or runs stays as it is. The job itself is safe to repeat, too:
   * it leaves alone whatever has been done in the meantime.
   *
   * @returns the job, or a newer one for the same thing that stands for both
   * @throws {Refused} NOT_FOUND
   */
  async execute(viewer: Viewer, id: string): Promise<ListedJob> {
    const { db, jobs, findJobs } = this.parts;
    const job = (await findJobs.byIds(viewer, [id])).get(id);
    if (!job) throw new Refused<UserError>([noSuchJob()]);
    if (job.state !== JobState.DEAD) return job;
    const waiting = (await db.transaction((tx) => jobs.revive(tx, id))) ?? id;
    const now = (await findJobs.byIds(viewer, [waiting])).get(waiting);
    return now ?? { ...job, state: JobState.SUCCEEDED, error: null };
  }
}

function noSuchJob(): UserError {
  return {
    code: UserErrorCode.NOT_FOUND,
    field: ["id"],
    message: {
      ru: "Такой работы нет: она сделана или отозвана",
      en: "There is no such job: it is done or was withdrawn",
    },
  };
}
