import { type Viewer } from "../domain/access/viewer";
import {
  type AvailabilityChange,
  type AvailabilityMarks,
  availabilityMarksOf,
  changedAvailability,
} from "../services/catalogue/menu/changed-availability";
import { type ShownMenus } from "../services/catalogue/menu/shown-menus";
import { LiveStream } from "./live-stream";

/**
 * Emits each product whose availability changes, once per change. Memory is the source: what
 * happens while the reader is busy becomes one change, and what it has not read is never longer
 * than the menu.
 */
export class AvailabilityStream extends LiveStream<AvailabilityChange> {
  private readonly stopListening: () => void;

  private constructor(
    private readonly menus: ShownMenus,
    private readonly viewer: Viewer,
    private readonly branchId: string,
    private last: AvailabilityMarks,
  ) {
    super();
    this.stopListening = menus.onChange(branchId, () => this.lookAgain());
  }

  /** Returns undefined if there is no such branch for the viewer. */
  static async open(
    menus: ShownMenus,
    viewer: Viewer,
    branchId: string,
  ): Promise<AvailabilityStream | undefined> {
    const shown = await menus.shownTo(viewer, branchId);
    if (!shown) return undefined;
    const { catalogue } = shown;
    return new AvailabilityStream(menus, viewer, catalogue.branchId, availabilityMarksOf(shown));
  }

  protected look(): void {
    this.changes().then(
      (changes) => this.took(changes),
      (error: unknown) => this.failed(error),
    );
  }

  protected close(): void {
    this.stopListening();
  }

  /** undefined if the branch was deleted, or has been hidden since. */
  private async changes(): Promise<readonly AvailabilityChange[] | undefined> {
    const shown = await this.menus.warm(this.branchId);
    if (!shown?.isShownTo(this.viewer)) return undefined;
    const changes = changedAvailability(this.last, shown);
    this.last = availabilityMarksOf(shown);
    return changes;
  }
}
