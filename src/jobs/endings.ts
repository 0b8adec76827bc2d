import { setTimeout as pause } from "node:timers/promises";

import { storableText } from "../domain/texts/storable-text";
import { type ClaimedJob } from "./claim";
import { columnsOf, endingHeld } from "./held-jobs";
import { type JobPool } from "./job-pool";
import { puttingBack } from "./put-back";

/**
 * Jobs that end within this time of each other are deleted together; a process that dies before
 * that leaves them to be done again.
 */
const TOGETHER_MS = 5;
const RETRY_MS = 500;
/** A day of failures, one every 15 s. */
const MOST_FAILURES = 5_760;
const LONGEST_PAUSE_SECONDS = 15;

const DONE = endingHeld("$1", "$2", "$3");

const ITS = "id = $1 and owner = $2 and generation = $3";
const NEXT_TRY = `clock_timestamp() + least(power(2, least(attempts, 10)), ${LONGEST_PAUSE_SECONDS}) * interval '1 s'`;
const FAILED = puttingBack(
  ITS,
  `due_at = ${NEXT_TRY}, last_error = $4, dead = attempts - crashes >= ${MOST_FAILURES}, crashes = 0`,
  NEXT_TRY,
);
const GIVE_BACK = puttingBack(ITS, "attempts = greatest(attempts - 1, 0)");

interface Row {
  readonly dead?: boolean;
}

/**
 * Writes how jobs ended, retrying as often as necessary: an outage of the database must not make a
 * job run twice.
 */
export class Endings {
  private readonly done: ClaimedJob[] = [];
  private readonly unwritten = new Set<string>();
  private writing: Promise<void> | undefined;
  private insisting = true;

  constructor(
    private readonly pool: JobPool,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Returns whether an ending of this job is still to be written. */
  has({ id, generation }: Pick<ClaimedJob, "id" | "generation">): boolean {
    return this.unwritten.has(`${id} ${generation}`);
  }

  finish(job: ClaimedJob): void {
    this.unwritten.add(keyOf(job));
    this.done.push(job);
    this.writing ??= this.write().finally(() => (this.writing = undefined));
  }

  /**
   * Makes the job run again in at most 15 s, for up to a day. Returns whether that day is over, so
   * that it no longer runs again automatically.
   */
  async fail(job: ClaimedJob, error: string): Promise<boolean> {
    const rows = await this.insist([job], FAILED, [
      job.id,
      job.owner,
      job.generation,
      storableText(error),
    ]);
    return rows.some(({ dead }) => dead === true);
  }

  /** Returns a job that has not been started. */
  async giveBack(job: ClaimedJob): Promise<void> {
    await this.insist([job], GIVE_BACK, [job.id, job.owner, job.generation]);
  }

  /**
   * From now on, one attempt is enough: stopping during an outage of the database does not wait for
   * its end.
   */
  insistNoMore(): void {
    this.insisting = false;
  }

  /** Resolves when everything is written. */
  async written(): Promise<void> {
    await this.writing;
  }

  private async write(): Promise<void> {
    await pause(TOGETHER_MS);
    while (this.done.length > 0) {
      const jobs = this.done.splice(0);
      await this.insist(jobs, DONE, columnsOf(jobs));
    }
  }

  /** Returns the statement's rows; none if it could not be written. */
  private async insist(
    jobs: readonly ClaimedJob[],
    sql: string,
    values: readonly unknown[],
  ): Promise<readonly Row[]> {
    for (const job of jobs) this.unwritten.add(keyOf(job));
    let written: readonly Row[] | undefined;
    for (let first = true; !written && (first || this.insisting); first = false) {
      if (!first) await pause(RETRY_MS);
      written = await this.pool.rows<Row>(sql, values).catch((error: unknown) => {
        this.onError(error);
        return undefined;
      });
    }
    for (const job of jobs) this.unwritten.delete(keyOf(job));
    return written ?? [];
  }
}

function keyOf({ id, generation }: ClaimedJob): string {
  return `${id} ${generation}`;
}
