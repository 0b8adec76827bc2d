import { type LookAtBranches, type SeenBranch } from "../services/checkout/look-at-branches";

/** @param seen undefined: the branch is not there any more */
type Tell = (seen: SeenBranch | undefined) => void;

interface Followed {
  readonly tells: Set<Tell>;
  /** One object for all who follow, until it looks otherwise. */
  seen: SeenBranch | undefined;
}

/**
 * Looks at the branches that somebody follows, at all of them together, as long as anybody does.
 * Hours, pauses and busy modes end without anything being written: nobody would announce it.
 */
export class BranchWatch {
  private readonly followed = new Map<string, Followed>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly branches: Pick<LookAtBranches, "execute">,
    private readonly everyMs: number,
  ) {}

  /** The branch as it was at the last look, or is now; undefined: there is none. */
  async see(branchId: string): Promise<SeenBranch | undefined> {
    const kept = this.followed.get(branchId)?.seen;
    return kept ?? (await this.branches.execute([branchId])).get(branchId);
  }

  /** Tells after each look. Returns what ends it. */
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
    // A look that fails is made up for by the next one.
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
