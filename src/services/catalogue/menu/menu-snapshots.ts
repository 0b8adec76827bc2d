import { type DataSource } from "typeorm";

import { type MenuSnapshot } from "../../../domain/catalogue/menu-snapshot";
import { FewAtATime } from "../../../domain/concurrency/few-at-a-time";
import { type EventFeed } from "../../../ports/event-feed";
import { BranchCache } from "../kept/branch-cache";
import { type MenuMemory } from "../kept/menu-memory";
import { menusAreBusy } from "../kept/menus-are-busy";
import { menuBytes } from "../packed/menu-weight";
import { PackedMenus } from "../packed/packed-menus";
import { readMenuSnapshot } from "./read-menu-snapshot";

/** Orders need the pool's other connections, and each read has a menu in memory meanwhile. */
const READ_AT_ONCE = 4;

/** How often a catalogue was requested since the start, by where it was found. */
export interface MenuUses {
  /** The catalogue was in memory. */
  hits: number;
  /** The catalogue was in memory but had to be unpacked. */
  thaws: number;
  /** The catalogue was read from the database. */
  reads: number;
}

/**
 * The branches' catalogues in memory, as many as there is room for. Evicted ones stay in packed
 * form; if they are evicted there as well, the next request reads them again.
 */
export class MenuSnapshots extends BranchCache<MenuSnapshot> {
  readonly uses: MenuUses = { hits: 0, thaws: 0, reads: 0 };
  private readonly packed: PackedMenus;
  private readonly reading = new FewAtATime(READ_AT_ONCE, menusAreBusy);

  constructor(
    private readonly db: DataSource,
    feed: EventFeed,
    private readonly memory: MenuMemory,
  ) {
    super({ feed, topic: "catalogue", memory, shelf: "warm" });
    this.packed = new PackedMenus(memory, (branchId) => this.forgotPacked(branchId));
  }

  override peek(branchId: string): MenuSnapshot | undefined {
    const snapshot = super.peek(branchId);
    if (snapshot) this.uses.hits += 1;
    return snapshot;
  }

  /** Which catalogue is in memory, packed or not, without waiting; undefined if there is none. */
  headOf(branchId: string): Pick<MenuSnapshot, "branchId" | "revision" | "asOf"> | undefined {
    const id = branchId.toLowerCase();
    return this.peek(id) ?? (this.isServed(id) ? this.packed.headOf(id) : undefined);
  }

  protected readOne(branchId: string): Promise<MenuSnapshot | undefined> {
    return new Promise((resolve, reject) => {
      const read = async () => {
        const snapshot = await readMenuSnapshot(this.db, branchId);
        this.uses.reads += 1;
        this.packed.drop(branchId);
        resolve(snapshot);
        // Only the next read waits for this: reading must not outrun packing.
        if (snapshot && this.memory.isFilling) await this.packed.pack(snapshot);
      };
      this.reading.run(read).catch(reject);
    });
  }

  protected override hasPacked(branchId: string): boolean {
    return this.packed.has(branchId);
  }

  protected override async unpack(branchId: string): Promise<MenuSnapshot | undefined> {
    const snapshot = await this.packed.unpack(branchId);
    if (snapshot) this.uses.thaws += 1;
    return snapshot;
  }

  protected bytesOf(snapshot: MenuSnapshot): number {
    return menuBytes(snapshot) - this.packed.sharedBytesOf(snapshot);
  }

  protected override wasLetGo(snapshot: MenuSnapshot): void {
    this.packed.leave(snapshot);
  }

  protected override known(): Set<string> {
    return new Set([...super.known(), ...this.packed.branchIds]);
  }
}
