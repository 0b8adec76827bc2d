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
  /** How much of each kind of work is done at a time; defaults to the usual. */
  readonly lanes?: Readonly<Record<LaneName, Lane>>;
}

/**
 * The longest delay with which a delayed job starts after it is due, or one whose wake-up was lost.
 */
const LOOK_MS = 200;
const ABANDONED_MS = 5_000;
const FORMER_MS = 1_000;

/**
 * This process's share of the job work: runs jobs lane by lane, and releases those of processes
 * that died.
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
    // Log only the message: the error object may carry more.
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
    // Twice per heartbeat, so that a process that has been gone for long enough is noticed soon
    // after.
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

  /** Time since this process last signalled to the others that it is alive. */
  get renewedMsAgo(): number {
    return this.lease.renewedMsAgo;
  }

  /** Time since this process last looked for work and got an answer. */
  get claimedMsAgo(): number {
    return performance.now() - this.lookedAtMs;
  }

  /**
   * Lets running jobs finish and writes their outcomes. Only after that may the owner of the lease
   * release it.
   */
  async stop(): Promise<void> {
    this.stopListening();
    this.endings.insistNoMore();
    await Promise.all([...this.lanes.values()].map((lane) => lane.stop()));
    await this.endings.written();
    await this.repeating.stop();
    await this.pool.close();
  }

  /** @param lane undefined: any lane may have work */
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
