import { seesBranch, type Viewer } from "../domain/access/viewer";
import { NO_SUCH_BRANCH } from "../domain/errors/thrown-texts";
import { isUuid } from "../domain/ids";
import { NotFound } from "../errors";
import { type LookAtBranches } from "../services/checkout/look-at-branches";
import { BranchStream } from "./branch-stream";
import { BranchWatch } from "./branch-watch";

const LOOK_MS = 2_000;

/** Opens the stream of whether a branch takes orders, for anyone who may see the branch. */
export class FollowOpenState {
  private readonly watch: BranchWatch;

  constructor(branches: LookAtBranches, everyMs = LOOK_MS) {
    this.watch = new BranchWatch(branches, everyMs);
  }

  /** @throws {NotFound} there is no such branch for this viewer */
  async of(viewer: Viewer, branchId: string): Promise<BranchStream> {
    const id = branchId.toLowerCase();
    const seen = seesBranch(viewer, id) && isUuid(id) ? await this.watch.see(id) : undefined;
    if (!seen?.branch.isShownTo(viewer)) throw new NotFound(NO_SUCH_BRANCH);
    return new BranchStream(this.watch, viewer, seen);
  }
}
