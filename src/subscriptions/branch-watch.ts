import { type LookAtBranches, type SeenBranch } from "../services/checkout/look-at-branches";

/** @param seen undefined if the branch no longer exists */
type Tell = (seen: SeenBranch | undefined) => void;

interface Followed {
  readonly tells: Set<Tell>;
  /** One object shared by all followers until the branch changes. */
  seen: SeenBranch | undefined;
}

/**
 * Checks all branches that are being followed together, as long as there are any. Hours, pauses and
 * busy modes end without anything being written, so nothing would announce it.
 */
export class BranchWatch {
  private readonly followed = new Map<string, Followed>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly branches: Pick<LookAtBranches, "execute">,
    private readonly everyMs: number,
  ) {}

  /**
   * Returns the branch as it was at the last check, or as it is now; undefined if there is none.
   */
  async see(branchId: string): Promise<SeenBranch | undefined> {
    const kept = this.followed.get(branchId)?.seen;
    return kept ?? (await this.branches.execute([branchId])).get(branchId);
  }

  /** Calls `tell` after each check. Returns a function that stops it. */
  follow(branchId: string, seen: SeenBranch, tell: Tell): () => void {
    const followed = this.followed.get(branchId) ?? { tells: new Set(), seen };
    followed.tells.add(tell);
    this.followed.set(branchId, followed);
    if (this.timer === undefined) this.lookSoon();
    return () => {
      followed.tells.delete(tell);
      if (followed.tells.size === 0 && this.followed.get(branchId) === followed)
        this.followed.delete(branchId);
    };
  }

  private lookSoon(): void {
    this.timer = undefined;
    if (this.followed.size === 0) return;
    // If a check fails, the next one makes up for it.
    const look = () => void this.look().finally(() => this.lookSoon());
    this.timer = setTimeout(look, this.everyMs).unref();
  }

  private async look(): Promise<void> {
    const ids = [...this.followed.keys()];
    const found = await this.branches.execute(ids).catch(() => undefined);
    if (!found) return;
    for (const id of ids) {
      const followed = this.followed.get(id);
      if (!followed) continue;
      const seen = found.get(id);
      if (seen?.mark !== followed.seen?.mark) followed.seen = seen;
      followed.tells.forEach((tell) => tell(followed.seen));
    }
  }
}
