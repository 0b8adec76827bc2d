import { AbandonedJobs } from "./abandoned-jobs";
import { type ClaimedJob, findDueLanes } from "./claim";
import { type DoJob } from "./do-job";
import { Endings } from "./endings";
import { FormerJobs } from "./former-jobs";
import { JobPool } from "./job-pool";
import { type Lane, type LaneName, LANES } from "./kinds/lanes";
import { type KeyOfBranch, KnownKeys } from "./known-keys";
import { LaneWorker } from "./lane-worker";
import { type Lease } from "./lease";
import { LeaseWatch } from "./lease-watch";
import { Repeating } from "./repeating";
import { TASK_PLACES } from "./task-list";

interface WorkerLog {
  warn(message: string): void;
  error(message: string): void;
}

interface WorkerOptions {
  readonly databaseUrl: string;
  readonly lease: Lease;
  readonly doJob: DoJob;
  readonly keyOf: KeyOfBranch;
  readonly log: WorkerLog;
  /** How much of each kind of work is done at a time; the usual when left out. */
  readonly lanes?: Readonly<Record<LaneName, Lane>>;
}

/** A delayed job starts at most so long after it is due, and one whose wake-up was lost. */
const LOOK_MS = 200;
const ABANDONED_MS = 5_000;
const FORMER_MS = 1_000;

/**
 * This process's share of the job work: runs jobs lane by lane, and frees those of processes that
 * died.
 */
export class JobWorker {
  private readonly lanes: ReadonlyMap<LaneName, LaneWorker>;
  private readonly pool: JobPool;
  private readonly endings: Endings;
  private readonly repeating: Repeating;
  private readonly stopListening: () => void;
  private readonly lease: Lease;
  private lookedAtMs = performance.now();

  private constructor({ databaseUrl, lease, doJob, keyOf, log, lanes = LANES }: WorkerOptions) {
    this.lease = lease;
    // Only the message: the error object may carry more.
    const broken = (error: unknown) => log.warn(`A look for jobs failed: ${String(error)}`);
    this.pool = new JobPool(databaseUrl, broken);
    this.endings = new Endings(this.pool, broken);
    const keys = new KnownKeys(keyOf);
    const onError = (error: unknown, heals: boolean) =>
      log[heals ? "warn" : "error"](error instanceof Error ? error.message : String(error));
    const parts = { pool: this.pool, endings: this.endings, lease, keys, doJob, onError };
    this.lanes = new Map(
      (Object.keys(lanes) as LaneName[]).map((name) => [
        name,
        new LaneWorker({ ...parts, name, lane: lanes[name] }),
      ]),
    );
    const abandoned = new AbandonedJobs(this.pool, (job) => this.isKnown(job));
    const watch = new LeaseWatch(this.pool, lease);
    const former = new FormerJobs(this.pool, TASK_PLACES);
    this.repeating = new Repeating(broken);
    this.repeating.every(LOOK_MS, () => this.look());
    // Twice within a beat: who is gone for as long as it takes is seen to be soon after.
    this.repeating.every(lease.times.renewMs / 2, () => watch.look());
    this.repeating.every(ABANDONED_MS, () => abandoned.look(lease.owner));
    this.repeating.every(FORMER_MS, () => former.look());
    this.stopListening = lease.listen((lane) => this.wake(lane));
  }

  static start(options: WorkerOptions): JobWorker {
    const worker = new JobWorker(options);
    worker.wake(undefined);
    return worker;
  }

  /** Since the other processes were last told that this one lives. */
  get renewedMsAgo(): number {
    return this.lease.renewedMsAgo;
  }

  /** Since this process last looked for work and had an answer. */
  get claimedMsAgo(): number {
    return performance.now() - this.lookedAtMs;
  }

  /**
   * Lets running jobs end and writes how they did. The lease is its owner's to give up, after that.
   */
  async stop(): Promise<void> {
    this.stopListening();
    this.endings.insistNoMore();
    await Promise.all([...this.lanes.values()].map((lane) => lane.stop()));
    await this.endings.written();
    await this.repeating.stop();
    await this.pool.close();
  }

  /** @param lane undefined: there may be anything to do */
  private wake(lane: string | undefined): void {
    for (const [name, worker] of this.lanes) if (lane === undefined || lane === name) worker.wake();
  }

  private async look(): Promise<void> {
    const due = await findDueLanes(this.pool, [...this.lanes.keys()]);
    this.lookedAtMs = performance.now();
    for (const { lane, suspect } of due) {
      if (suspect) this.lanes.get(lane)?.expectSuspect();
      this.lanes.get(lane)?.wake();
    }
  }

  private isKnown(job: Pick<ClaimedJob, "id" | "generation">): boolean {
    return this.endings.has(job) || [...this.lanes.values()].some((lane) => lane.has(job));
  }
}
