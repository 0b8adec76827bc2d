import { seesBranch, type Viewer } from "../../../domain/access/viewer";
import { type MenuSnapshot } from "../../../domain/catalogue/menu-snapshot";
import { type Clock } from "../../../ports/clock";
import { type StopListReading, type StopLists } from "../stop-lists/stop-lists";
import { type MenuSnapshots, type MenuUses } from "./menu-snapshots";
import { SaleClock } from "./sale-clock";
import { ShownMenu, tagOf } from "./shown-menu";

/** More branches than anybody's guests ask for between two looks. */
const MOST_ASKED = 20_000;

/**
 * What branches show, from memory: neither a statement nor a call to the POS once both parts of it
 * are warm.
 */
export class ShownMenus {
  private readonly shown = new WeakMap<MenuSnapshot, ShownMenu>();
  private readonly asked = new Set<string>();
  private readonly saleClock = new SaleClock((branchId) => this.soldNow(branchId));

  constructor(
    private readonly snapshots: MenuSnapshots,
    private readonly stopLists: StopLists,
    private readonly clock: Clock,
  ) {}

  /** Call before the first `get`: a change announced earlier would be missed. */
  start(): void {
    this.snapshots.start();
    this.stopLists.start();
    this.saleClock.start();
  }

  /** Resolves when no statement of ours is under way any more. */
  async close(): Promise<void> {
    this.saleClock.stop();
    await Promise.all([this.snapshots.close(), this.stopLists.close()]);
  }

  /**
   * undefined when there is no such branch.
   *
   * @param leastRevision of the catalogue, for callers who have just changed it
   */
  async get(branchId: string, leastRevision = 0): Promise<ShownMenu | undefined> {
    const shown = await this.warm(branchId, leastRevision);
    if (shown) this.noteAsked(shown.catalogue.branchId);
    return shown;
  }

  /** The same for whoever asks: undefined also when the branch does not exist for them. */
  async shownTo(viewer: Viewer, branchId: string): Promise<ShownMenu | undefined> {
    const shown = seesBranch(viewer, branchId) ? await this.get(branchId) : undefined;
    return shown?.isShownTo(viewer) ? shown : undefined;
  }

  /** The same before anybody asks. */
  async warm(branchId: string, leastRevision = 0): Promise<ShownMenu | undefined> {
    const [catalogue, reading] = await Promise.all([
      this.snapshots.get(branchId, leastRevision),
      this.stopLists.get(branchId),
    ]);
    return catalogue && reading && this.together(catalogue, reading);
  }

  /** The catalogues that are unpacked: what the largest is like, all may be like. */
  get catalogues(): readonly MenuSnapshot[] {
    return this.snapshots.all;
  }

  /** How often catalogues were asked for; `reads` grows whenever another one may be there. */
  get uses(): Readonly<MenuUses> {
    return this.snapshots.uses;
  }

  /**
   * Another text as soon as `get` gives anything else at once, its age included; undefined while
   * nothing of the branch is in memory, or it is not there for guests.
   */
  revisionOf(branchId: string): string | undefined {
    const head = this.snapshots.headOf(branchId);
    const reading = this.stopLists.peek(branchId);
    if (!head || !reading?.isPublished) return undefined;
    this.noteAsked(head.branchId);
    return `${head.branchId}.${tagOf(head, reading, this.clock.now())}`;
  }

  /** Calls `listener` whenever the branch may show something else. Ask `get` once before. */
  onChange(branchId: string, listener: () => void): () => void {
    const parts = [this.snapshots, this.stopLists, this.saleClock];
    const stops = parts.map((part) => part.onChange(branchId, listener));
    return () => stops.forEach((stop) => stop());
  }

  /** The branches that were asked for since this was last called. */
  takeAsked(): string[] {
    const asked = [...this.asked];
    this.asked.clear();
    return asked;
  }

  /** Another text as soon as the branch's menu sells something else. */
  private soldNow(branchId: string): string | undefined {
    return this.stopLists.peek(branchId)?.saleTimes.at(this.clock.now()).key;
  }

  private noteAsked(branchId: string): void {
    if (this.asked.size < MOST_ASKED) this.asked.add(branchId);
  }

  private together(catalogue: MenuSnapshot, reading: StopListReading): ShownMenu {
    const known = this.shown.get(catalogue);
    if (known?.confirmBy(reading)) return known;
    const shown = new ShownMenu(catalogue, reading, this.clock);
    this.shown.set(catalogue, shown);
    return shown;
  }
}
