import { setTimeout as pause } from "node:timers/promises";

import { AppError, isInTheWay } from "../errors";
import { claim, type ClaimedJob, findDue } from "./claim";
import { type DoJob } from "./do-job";
import { type Endings } from "./endings";
import { FairShare } from "./fair-share";
import { type JobPool } from "./job-pool";
import { type Lane, type LaneName } from "./kinds/lanes";
import { type KnownKeys } from "./known-keys";
import { type Lease } from "./lease";

/**
 * Pause between two claims of a busy lane: jobs that finish meanwhile make room for as many new
 * ones in a single claim.
 */
const BREATH_MS = 10;
/**
 * How long a job that may kill its process waits for the others in its lane to finish, and they for
 * it.
 */
const ALONE_MS = 10_000;

interface LaneParts {
  readonly name: LaneName;
  readonly lane: Lane;
  readonly pool: JobPool;
  readonly lease: Pick<Lease, "owner">;
  readonly keys: KnownKeys;
  readonly endings: Endings;
  readonly doJob: DoJob;
  /** @param heals whether the error was to be expected and the attempt is repeated */
  readonly onError: (error: unknown, heals: boolean) => void;
}

/**
 * The workers of one lane in this process. They claim as many jobs in one call as there are free
 * workers.
 */
export class LaneWorker {
  private readonly shares: FairShare;
  private readonly running = new Map<string, Promise<void>>();
  private woken = false;
  private working: Promise<void> | undefined;
  private breath: Promise<void> = Promise.resolve();
  /** The last check found more than could be claimed. */
  private moreIsDue = false;
  private suspectSinceMs: number | undefined;
  private isAlone = false;
  private stopped = false;

  constructor(private readonly parts: LaneParts) {
    this.shares = new FairShare(parts.lane);
  }

  /** Returns whether this process is running the job. */
  has({ id, generation }: Pick<ClaimedJob, "id" | "generation">): boolean {
    return this.running.has(`${id} ${generation}`);
  }

  wake(): void {
    if (this.stopped) return;
    this.woken = true;
    this.working ??= this.work().finally(() => {
      this.working = undefined;
      if (this.woken) this.wake();
    });
  }

  /** A job is due with which several processes died: it runs when nothing else in the lane does. */
  expectSuspect(): void {
    this.suspectSinceMs ??= performance.now();
  }

  /** Lets running jobs finish. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.working;
    await Promise.all(this.running.values());
  }

  private async work(): Promise<void> {
    try {
      while (this.woken && !this.stopped) {
        await this.breath;
        this.woken = false;
        await this.claimSome();
      }
    } catch (error) {
      // Whatever the error, the next check comes soon.
      this.woken = false;
      this.parts.onError(error, true);
    }
  }

  private async claimSome(): Promise<void> {
    const { owner } = this.parts.lease;
    if (owner === null || this.isAlone || this.shares.free <= 0) return;
    if (this.suspectSinceMs !== undefined) return this.claimSuspect(owner, this.suspectSinceMs);
    const { jobs, keyOf, found } = await this.claimDue(owner, false);
    this.moreIsDue = found > jobs.length;
    this.breath = jobs.length > 0 ? pause(BREATH_MS) : Promise.resolve();
    for (const job of jobs) void this.start(job, keyOf(job.branchId));
  }

  private async claimSuspect(owner: string, sinceMs: number): Promise<void> {
    if (this.running.size > 0 && performance.now() - sinceMs < ALONE_MS) return;
    this.suspectSinceMs = undefined;
    const [job] = (await this.claimDue(owner, true)).jobs;
    if (!job) {
      this.wake();
      return;
    }
    this.isAlone = true;
    const enough = new Promise((resolve) => setTimeout(resolve, ALONE_MS).unref());
    void Promise.race([this.start(job, null), enough]).then(() => {
      this.isAlone = false;
      this.wake();
    });
  }

  private async claimDue(owner: string, suspects: boolean) {
    const { pool, name, lane, keys } = this.parts;
    const due = await findDue(pool, name, Math.max(this.shares.free, lane.perBranch), suspects);
    const keyOf = await keys.learn([...new Set(due.map(({ branchId }) => branchId))]);
    const shares = this.shares.shareOut(due, keyOf);
    const wanted = suspects
      ? shares.slice(0, 1).map((share) => ({ ...share, most: 1, mostBehind: 1 }))
      : shares;
    const jobs = wanted.length > 0 ? await claim(pool, owner, name, wanted, suspects) : [];
    return { jobs, keyOf, found: due.reduce((sum, { count }) => sum + count, 0) };
  }

  private start(job: ClaimedJob, keyId: string | null): Promise<void> {
    const key = `${job.id} ${job.generation}`;
    const turn = { branchId: job.branchId, keyId };
    this.shares.add(turn);
    const ended = this.run(job)
      .catch((error: unknown) => this.parts.onError(error, false))
      .finally(() => {
        this.running.delete(key);
        this.shares.delete(turn);
        if (this.moreIsDue || this.suspectSinceMs !== undefined) this.wake();
      });
    this.running.set(key, ended);
    return ended;
  }

  private async run(job: ClaimedJob): Promise<void> {
    const { lease, endings, doJob, onError, lane } = this.parts;
    // The answer may have come late: if the lease is new or gone by now, the job is not started,
    // because others may already have it.
    if (lease.owner !== job.owner || this.stopped) return endings.giveBack(job);
    let timer: NodeJS.Timeout | undefined;
    const hung = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`No end after ${lane.deadlineMs / 1000} s: it is left alone`)),
        lane.deadlineMs,
      );
    });
    try {
      const end = await Promise.race([doJob(job.task, job.payload, job), hung]);
      if (end !== "ended") endings.finish(job);
    } catch (error) {
      const what = `The job ${job.task} ${job.id}`;
      onError(new Error(`${what} broke off: ${String(error)}`, { cause: error }), heals(error));
      const isDead = await endings.fail(job, String(error));
      if (isDead)
        onError(
          new Error(`${what} has failed for good: ${String(error)}`, { cause: error }),
          false,
        );
    } finally {
      clearTimeout(timer);
    }
  }
}

/**
 * Returns whether the error is known to pass, so that no one has to investigate. That cannot be
 * said of unexpected errors.
 */
function heals(error: unknown): boolean {
  return error instanceof AppError || isInTheWay(error);
}
