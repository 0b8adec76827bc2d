import { type Viewer } from "../domain/access/viewer";
import { type Branch } from "../entities/branches/branch";
import { type SeenBranch } from "../services/checkout/look-at-branches";
import { type BranchWatch } from "./branch-watch";
import { LiveStream } from "./live-stream";

/**
 * Emits a branch as it is, then whenever it opens, closes or takes a different time for an order.
 */
export class BranchStream extends LiveStream<Branch> {
  private readonly stopFollowing: () => void;
  private seen: SeenBranch | undefined;

  constructor(
    watch: BranchWatch,
    private readonly viewer: Viewer,
    private last: SeenBranch,
  ) {
    super([last.branch]);
    this.seen = last;
    this.stopFollowing = watch.follow(last.branch.id, last, (seen) => {
      if (this.seen === seen) return;
      this.seen = seen;
      this.lookAgain();
    });
  }

  protected look(): void {
    const { seen, last } = this;
    if (!seen?.branch.isShownTo(this.viewer)) return this.took(undefined);
    this.last = seen;
    this.took(seen.mark === last.mark ? [] : [seen.branch]);
  }

  protected close(): void {
    this.stopFollowing();
  }
}
