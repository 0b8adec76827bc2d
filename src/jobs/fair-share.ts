import { type DueJobs, type Share } from "./claim";
import { type Lane } from "./kinds/lanes";

/** Who a running job belongs to. */
export interface Turn {
  /** '' means no branch. */
  readonly branchId: string;
  /** The key to the POS that the branch uses; null: none. */
  readonly keyId: string | null;
}

/**
 * Decides who may run in one lane of this process. A branch has its share. A key gets at most as
 * many workers as are free: however many of its branches hang, others still find half of the lane,
 * and with a second dead key half of that.
 */
export class FairShare {
  private readonly branches = new Counts();
  private readonly keys = new Counts();
  private size = 0;

  constructor(private readonly lane: Pick<Lane, "workers" | "perBranch">) {}

  get free(): number {
    return this.lane.workers - this.size;
  }

  add({ branchId, keyId }: Turn): void {
    this.size += 1;
    this.branches.change(branchId, 1);
    this.keys.change(keyId ?? "", 1);
  }

  delete({ branchId, keyId }: Turn): void {
    this.size -= 1;
    this.branches.change(branchId, -1);
    this.keys.change(keyId ?? "", -1);
  }

  /**
   * Shares the free workers out among those who wait: the most urgent priority (the lowest number)
   * first, then whoever has the fewest, then whoever has waited longest. Changes nothing.
   */
  shareOut(due: readonly DueJobs[], keyOf: (branchId: string) => string | null): Share[] {
    const shared = new FairShare(this.lane);
    shared.copy(this);
    const waiting = due.map((each) => ({ ...each, keyId: keyOf(each.branchId), most: 0 }));
    for (const priority of [...new Set(due.map((each) => each.priority))].sort(
      (one, other) => one - other,
    )) {
      const wanting = waiting.filter((each) => each.priority === priority);
      for (;;) {
        const next = wanting
          .filter((each) => each.most < each.count && shared.mayHaveMore(each))
          .reduce<(typeof waiting)[number] | undefined>(
            (best, each) => shared.first(best, each),
            undefined,
          );
        if (!next) break;
        next.most += 1;
        shared.add(next);
      }
    }
    return waiting
      .filter(({ most }) => most > 0)
      .map(({ priority, branchId, most }) => ({
        priority,
        branchId,
        most,
        mostBehind: Math.min(most, this.freeForThoseBehind(branchId)),
      }));
  }

  /**
   * Even when a branch is flooded, a quarter of its workers stays free for those whose turn it is.
   */
  private freeForThoseBehind(branchId: string): number {
    if (branchId === "") return this.free;
    const { perBranch } = this.lane;
    const kept = Math.floor(perBranch / 4);
    return Math.max(0, perBranch - kept - this.branches.of(branchId));
  }

  private first<T extends Turn & DueJobs>(best: T | undefined, each: T): T {
    if (!best) return each;
    const [has, bestHas] = [each, best].map(({ branchId }) => this.branches.of(branchId)) as [
      number,
      number,
    ];
    return has < bestHas || (has === bestHas && each.since < best.since) ? each : best;
  }

  private mayHaveMore({ branchId, keyId }: Turn): boolean {
    if (this.free <= 0) return false;
    if (branchId !== "" && this.branches.of(branchId) >= this.lane.perBranch) return false;
    return keyId === null || this.keys.of(keyId) < this.free;
  }

  private copy(other: FairShare): void {
    this.size = other.size;
    this.branches.copy(other.branches);
    this.keys.copy(other.keys);
  }
}

class Counts {
  private counts = new Map<string, number>();

  of(id: string): number {
    return this.counts.get(id) ?? 0;
  }

  change(id: string, by: number): void {
    const count = this.of(id) + by;
    if (count > 0) this.counts.set(id, count);
    else this.counts.delete(id);
  }

  copy({ counts }: Counts): void {
    this.counts = new Map(counts);
  }
}
