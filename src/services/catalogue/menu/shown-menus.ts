import { type MenuSnapshot } from "../../../domain/catalogue/menu-snapshot";
import { type Clock } from "../../../ports/clock";
import { type MenuSnapshots } from "./menu-snapshots";
import { ShownMenu } from "./shown-menu";
import { type StopListReading, type StopLists } from "../stop-lists/stop-lists";

/**
 * What every branch shows, from memory: neither a statement nor a call to the POS once both parts
 * of it are warm.
 */
export class ShownMenus {
  private readonly shown = new WeakMap<MenuSnapshot, ShownMenu>();

  constructor(
    private readonly snapshots: MenuSnapshots,
    private readonly stopLists: StopLists,
    private readonly clock: Clock,
  ) {}

  /** Call before the first `of`: a change announced earlier would be missed. */
  start(): void {
    this.snapshots.start();
    this.stopLists.start();
  }

  /** Resolves when no statement of ours is under way any more. */
  async close(): Promise<void> {
    await Promise.all([this.snapshots.close(), this.stopLists.close()]);
  }

  /**
   * undefined when there is no such branch.
   *
   * @param leastRevision of the catalogue, for callers who have just changed it
   */
  async get(branchId: string, leastRevision = 0): Promise<ShownMenu | undefined> {
    const [catalogue, reading] = await Promise.all([
      this.snapshots.get(branchId, leastRevision),
      this.stopLists.get(branchId),
    ]);
    return catalogue && reading && this.together(catalogue, reading);
  }

  /** The catalogues in memory: what the largest of them is like, all of them may be like. */
  get catalogues(): readonly MenuSnapshot[] {
    return this.snapshots.all;
  }

  /**
   * Another text as soon as `of` gives anything else at once, its age included; undefined while
   * that is nothing.
   */
  revisionOf(branchId: string): string | undefined {
    const [catalogue, reading] = [this.snapshots.peek(branchId), this.stopLists.peek(branchId)];
    return catalogue && reading && `${catalogue.branchId}.${this.together(catalogue, reading).tag}`;
  }

  /** Calls `listener` whenever the branch may show something else. Ask `of` once before. */
  onChange(branchId: string, listener: () => void): () => void {
    const stops = [this.snapshots, this.stopLists].map((part) => part.onChange(branchId, listener));
    return () => stops.forEach((stop) => stop());
  }

  private together(catalogue: MenuSnapshot, reading: StopListReading): ShownMenu {
    const known = this.shown.get(catalogue);
    if (known?.confirmBy(reading)) return known;
    const shown = new ShownMenu(catalogue, reading, this.clock);
    this.shown.set(catalogue, shown);
    return shown;
  }
}
