import { type Viewer } from "../domain/access/viewer";
import { NO_SUCH_BRANCH } from "../domain/errors/thrown-texts";
import { NotFound } from "../errors";
import { type ShownMenus } from "../services/catalogue/menu/shown-menus";
import { AvailabilityStream } from "./availability-stream";

/**
 * Opens the stream of what becomes available or unavailable in a branch, for anyone who may see the
 * branch.
 */
export class FollowAvailability {
  constructor(private readonly shownMenus: ShownMenus) {}

  /** @throws {NotFound} there is no such branch for this viewer */
  async of(viewer: Viewer, branchId: string): Promise<AvailabilityStream> {
    const stream = await AvailabilityStream.open(this.shownMenus, viewer, branchId);
    if (!stream) throw new NotFound(NO_SUCH_BRANCH);
    return stream;
  }
}
