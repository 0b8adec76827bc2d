import { type JobFlags, toFlags } from "./job-flags";
import { type Lane } from "./lanes";
import { LockSpace, type ProcessSession } from "./process-session";

/** In this time a worker that has ended a job has found its next one, or none. */
const LOOKS_FOR_MS = 50;

/** Which key to a POS a branch uses; branches of one key stand and fall together. null: none. */
export type KeyOfBranch = (branchId: string) => Promise<string | null>;

interface Turn extends JobFlags {
  readonly keyId: string | null;
}

/**
 * Who may run in one lane of this process. A branch has its share. A key has as many workers as are free at most: however
 * many branches of it hang, others find half of the lane, and with a second dead key half of that. Of a queue one job runs
 * at a time, in all processes.
 */
export class Turns {
  private readonly running = new Set<Turn>();
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

  /** The flags of jobs that would have to wait. */
  taken(): string[] {
    const queues = [...this.running].flatMap(({ queue }) => toFlags({ branchId: null, queue }));
    return [...queues, ...this.satisfied().flatMap((branchId) => toFlags({ branchId, queue: null }))];
  }

  /** What ends the turn; undefined when the job has to wait: workers that ask at the same time get too much. */
  async take({ branchId, queue }: JobFlags): Promise<(() => void | Promise<void>) | undefined> {
    const { session, keyOf } = this.parts;
    const keyId = branchId === null ? null : await keyOf(branchId);
    if (branchId !== null) this.keys.set(branchId, keyId);
    if (this.hasItsShare(branchId, keyId) || (queue !== null && this.count("queue", queue) > 0)) return undefined;
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
    if (branchId !== null && this.count("branchId", branchId) >= this.lane.perBranch) return true;
    return keyId !== null && this.count("keyId", keyId) >= this.lane.workers - this.running.size;
  }

  private count<Name extends keyof Turn>(name: Name, value: Turn[Name]): number {
    return [...this.running].filter((turn) => turn[name] === value).length;
  }
}
