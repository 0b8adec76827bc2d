import { seesBranch, type Viewer } from "../../../domain/access/viewer";
import { type MenuSnapshot } from "../../../domain/catalogue/menu-snapshot";
import { type Clock } from "../../../ports/clock";
import { type StopListReading, type StopLists } from "../stop-lists/stop-lists";
import { type MenuSnapshots, type MenuUses } from "./menu-snapshots";
import { SaleClock } from "./sale-clock";
import { ShownMenu, tagOf } from "./shown-menu";

/** More branches than guests request between two checks. */
const MOST_ASKED = 20_000;

/**
 * What branches show, from memory: once both of its parts are warm, this takes neither a statement
 * nor a call to the POS.
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

  /** Call before the first `get`, because changes announced earlier are missed. */
  start(): void {
    this.snapshots.start();
    this.stopLists.start();
    this.saleClock.start();
  }

  /** Resolves when none of our statements is running any more. */
  async close(): Promise<void> {
    this.saleClock.stop();
    await Promise.all([this.snapshots.close(), this.stopLists.close()]);
  }

  /**
   * undefined if the branch does not exist.
   *
   * @param leastRevision of the catalogue, for callers who have just changed it
   */
  async get(branchId: string, leastRevision = 0): Promise<ShownMenu | undefined> {
    const shown = await this.warm(branchId, leastRevision);
    if (shown) this.noteAsked(shown.catalogue.branchId);
    return shown;
  }

  /** The same for a given viewer: undefined also if the branch does not exist for them. */
  async shownTo(viewer: Viewer, branchId: string): Promise<ShownMenu | undefined> {
    const shown = seesBranch(viewer, branchId) ? await this.get(branchId) : undefined;
    return shown?.isShownTo(viewer) ? shown : undefined;
  }

  /** The same without counting as a request. */
  async warm(branchId: string, leastRevision = 0): Promise<ShownMenu | undefined> {
    const [catalogue, reading] = await Promise.all([
      this.snapshots.get(branchId, leastRevision),
      this.stopLists.get(branchId),
    ]);
    return catalogue && reading && this.together(catalogue, reading);
  }

  /** The unpacked catalogues: any catalogue may be as large as the largest of them. */
  get catalogues(): readonly MenuSnapshot[] {
    return this.snapshots.all;
  }

  /** How often catalogues were requested; `reads` grows whenever a new one may have appeared. */
  get uses(): Readonly<MenuUses> {
    return this.snapshots.uses;
  }

  /**
   * A text that changes as soon as `get` would immediately return anything else, including a
   * different age; undefined while nothing about the branch is in memory, or guests cannot see it.
   */
  revisionOf(branchId: string): string | undefined {
    const head = this.snapshots.headOf(branchId);
    const reading = this.stopLists.peek(branchId);
    if (!head || !reading?.isPublished) return undefined;
    this.noteAsked(head.branchId);
    return `${head.branchId}.${tagOf(head, reading, this.clock.now())}`;
  }

  /** Calls `listener` whenever the branch may show something else. Call `get` once beforehand. */
  onChange(branchId: string, listener: () => void): () => void {
    const parts = [this.snapshots, this.stopLists, this.saleClock];
    const stops = parts.map((part) => part.onChange(branchId, listener));
    return () => stops.forEach((stop) => stop());
  }

  /** The branches that were requested since the last call. */
  takeAsked(): string[] {
    const asked = [...this.asked];
    this.asked.clear();
    return asked;
  }

  /** A text that changes as soon as the branch's menu sells something else. */
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
