import { type Job, type WorkerEvents } from "graphile-worker";

import { readFlags, toFlags } from "./job-flags";
import { type Lane } from "./lanes";
import { LockSpace, type ProcessSession } from "./process-session";
import { RunningTurns, type Turn } from "./running-turns";
import { Searches } from "./searches";

/** In this time a worker that has ended a job has found its next one, or none. */
const LOOKS_FOR_MS = 50;

/** Which key to a POS a branch uses; branches of one key stand and fall together. null: none. */
export type KeyOfBranch = (branchId: string) => Promise<string | null>;

/**
 * Who may run in one lane of this process. A branch has its share. A key has as many workers as are free at most: however
 * many branches of it hang, others find half of the lane, and with a second dead key half of that. Of a queue one job runs
 * at a time, in all processes.
 */
export class Turns {
  private readonly running = new RunningTurns();
  /** Turns of jobs that were found just now, by the job's id. */
  private readonly found = new Map<string, Turn>();
  private readonly searches = new Searches(() => this.room());
  /** As far as they were seen here. */
  private readonly keys = new Map<string, string | null>();

  /** @param parts.onFree whoever had its share may have one more: a worker that found nothing may find something now */
  constructor(
    private readonly lane: Lane,
    private readonly parts: {
      readonly session: ProcessSession;
      readonly keyOf: KeyOfBranch;
      readonly onFree: () => void;
    },
  ) {}

  /** Learns from now on what the lane's searches for work bring. */
  follow(events: WorkerEvents): void {
    events.on("job:start", ({ job }) => this.find(job));
    events.on("worker:getJob:empty", () => this.searches.end());
    events.on("worker:getJob:error", () => this.searches.end());
  }

  /**
   * Begins a search for work, which ends with one of the events. It waits for those that may find too much together.
   *
   * @returns the flags of jobs that would have to wait
   */
  async search(): Promise<string[]> {
    await this.searches.begin();
    return this.taken();
  }

  private taken(): string[] {
    const queues = this.running.owners("queue").flatMap((queue) => toFlags({ branchId: null, queue }));
    return [...queues, ...this.satisfied().flatMap((branchId) => toFlags({ branchId, queue: null }))];
  }

  /** What ends the turn; undefined when the job has to wait: somebody else has its queue, or its key was not known. */
  async take({ id, flags }: Job): Promise<(() => void | Promise<void>) | undefined> {
    const { session } = this.parts;
    const { branchId, queue } = readFlags(flags);
    const keyId = await this.learnKey(branchId).finally(() => this.settle(id));
    if (this.hasItsShare(branchId, keyId) || (queue !== null && this.running.count("queue", queue) > 0))
      return undefined;
    const turn = { branchId, keyId, queue };
    this.running.add(turn);
    if (queue === null) return () => this.leave(turn);
    const ours = await session.hold(LockSpace.QUEUES, queue).catch((error: unknown) => {
      this.leave(turn);
      throw error;
    });
    if (ours) return () => session.release(LockSpace.QUEUES, queue).finally(() => this.leave(turn));
    this.leave(turn);
    return undefined;
  }

  private find({ id, flags }: Job): void {
    const { branchId, queue } = readFlags(flags);
    const keyId = this.keys.get(branchId ?? "") ?? null;
    if (branchId !== null) this.keys.set(branchId, keyId);
    const turn = { branchId, keyId, queue };
    this.found.set(id, turn);
    this.running.add(turn);
    this.searches.end();
  }

  /** From here on the job's turn is what it takes itself. */
  private settle(jobId: string): void {
    const turn = this.found.get(jobId);
    if (turn) this.running.delete(turn);
    this.found.delete(jobId);
  }

  private async learnKey(branchId: string | null): Promise<string | null> {
    if (branchId === null) return null;
    const keyId = await this.parts.keyOf(branchId);
    this.keys.set(branchId, keyId);
    return keyId;
  }

  /** How many more jobs may be found before anybody gets too much, whosoever they are. */
  private room(): number {
    const { perBranch, workers } = this.lane;
    const idle = workers - this.running.size;
    const rooms = this.running
      .all()
      .filter(({ branchId, keyId }) => !this.hasItsShare(branchId, keyId))
      .flatMap(({ branchId, keyId }) => [
        branchId === null ? perBranch : perBranch - this.running.count("branchId", branchId),
        // Each job takes one from the key, and one from those that are free.
        keyId === null ? perBranch : Math.ceil((idle - this.running.count("keyId", keyId)) / 2),
      ]);
    return Math.max(1, Math.min(perBranch, Math.ceil(idle / 2), ...rooms));
  }

  private leave(turn: Turn): void {
    const others = this.satisfied().length;
    this.running.delete(turn);
    if (this.satisfied().length === others) return;
    // The worker that leaves looks for work itself: only what it has not taken by then is for another.
    setTimeout(() => this.satisfied().length < others && this.parts.onFree(), LOOKS_FOR_MS).unref();
  }

  /** Branches that can have no more, by themselves or for their key's sake. */
  private satisfied(): string[] {
    return [...this.keys]
      .filter(([branchId, keyId]) => this.hasItsShare(branchId, keyId))
      .map(([branchId]) => branchId);
  }

  private hasItsShare(branchId: string | null, keyId: string | null): boolean {
    if (branchId !== null && this.running.count("branchId", branchId) >= this.lane.perBranch) return true;
    return keyId !== null && this.running.count("keyId", keyId) >= this.lane.workers - this.running.size;
  }
}
