import { type JobFlags, toFlags } from "./job-flags";
import { type Lane } from "./lanes";
import { LockSpace, type ProcessSession } from "./process-session";

/** Who may run in one lane of this process: not too many of one branch, and of a queue one at a time, in all processes. */
export class Turns {
  private readonly branches = new Map<string, number>();
  private readonly queues = new Set<string>();

  /** @param onFree a branch that had its share may have one more: a worker that found nothing may find something now */
  constructor(
    private readonly lane: Lane,
    private readonly session: ProcessSession,
    private readonly onFree: () => void,
  ) {}

  /** The flags of jobs that would have to wait. */
  taken(): string[] {
    const full = [...this.branches].filter(([, running]) => running >= this.lane.perBranch);
    return [
      ...full.flatMap(([branchId]) => toFlags({ branchId, queue: null })),
      ...[...this.queues].flatMap((queue) => toFlags({ branchId: null, queue })),
    ];
  }

  /** What ends the turn; undefined when the job has to wait: workers that ask at the same time get too much. */
  async take({ branchId, queue }: JobFlags): Promise<(() => void | Promise<void>) | undefined> {
    const running = branchId === null ? 0 : (this.branches.get(branchId) ?? 0);
    if (running >= this.lane.perBranch || (queue !== null && this.queues.has(queue))) return undefined;
    this.count(branchId, 1);
    if (queue === null) return () => this.count(branchId, -1);
    this.queues.add(queue);
    const leave = () => {
      this.count(branchId, -1);
      this.queues.delete(queue);
    };
    const ours = await this.session.hold(LockSpace.QUEUES, queue).catch((error: unknown) => {
      leave();
      throw error;
    });
    if (ours) return () => this.session.release(LockSpace.QUEUES, queue).finally(leave);
    leave();
    return undefined;
  }

  private count(branchId: string | null, change: 1 | -1): void {
    if (branchId === null) return;
    const running = (this.branches.get(branchId) ?? 0) + change;
    if (running > 0) this.branches.set(branchId, running);
    else this.branches.delete(branchId);
    if (change < 0 && running === this.lane.perBranch - 1) this.onFree();
  }
}
