import { getHeapStatistics } from "node:v8";

/** A process with the smallest heap that is usual, 256 MB, has room for it. */
export const USUAL_MENU_MEMORY_MB = 96;
/** Of the heap that Node.js may have; the rest is for whatever answers requests. */
const MOST_OF_HEAP = 0.5;
/** What is packed takes a tenth of the room, and may not take all of it. */
const MOST_COLD = 0.75;

/** Unpacked and ready to be shown, or packed, and whatever is as small. */
export type Shelf = "warm" | "cold";

/** Something that can be had again when it is asked for. */
export interface Held {
  readonly bytes: number;
  /** Called once, when others need the room. */
  readonly letGo: () => void;
}

/**
 * The memory that menus, and all else that is kept of branches, may take: whatever was not asked
 * for longest makes room, so that the number of branches is no matter of memory. What is as large
 * as all of it stays until the next one comes.
 */
export class MenuMemory {
  private readonly shelves = { warm: new Row(), cold: new Row() };

  constructor(readonly maxBytes: number) {}

  /** So many megabytes, and no more than the heap of this process has room for. */
  static ofMegabytes(megabytes: number): MenuMemory {
    const room = getHeapStatistics().heap_size_limit * MOST_OF_HEAP;
    return new MenuMemory(Math.min(megabytes * 2 ** 20, room));
  }

  bytesOf(shelf: Shelf): number {
    return this.shelves[shelf].bytes;
  }

  /** Things will be let go soon: what has no packed form should get one. */
  get isFilling(): boolean {
    return this.bytesOf("warm") + this.bytesOf("cold") > this.maxBytes / 2;
  }

  hold(shelf: Shelf, held: Held): void {
    this.shelves[shelf].add(held);
    this.makeRoom(held);
  }

  /** Somebody asked for it: it goes last. */
  use(shelf: Shelf, held: Held): void {
    this.shelves[shelf].renew(held);
  }

  /** Its owner let it go. */
  forget(shelf: Shelf, held: Held): void {
    this.shelves[shelf].remove(held);
  }

  /**
   * Bytes that several of the shelf's things share, which stay as long as one of them; negative:
   * they are gone.
   */
  share(shelf: Shelf, bytes: number): void {
    this.shelves[shelf].bytes += bytes;
  }

  private makeRoom(newest: Held): void {
    const { warm, cold } = this.shelves;
    while (cold.bytes > this.maxBytes * MOST_COLD && cold.letGoOldest(newest));
    const isOver = () => warm.bytes + cold.bytes > this.maxBytes;
    while (isOver() && (warm.letGoOldest(newest) || cold.letGoOldest(newest)));
  }
}

/** In the order in which they were asked for. */
class Row {
  bytes = 0;
  private readonly held = new Set<Held>();

  add(held: Held): void {
    this.held.add(held);
    this.bytes += held.bytes;
  }

  renew(held: Held): void {
    if (this.held.delete(held)) this.held.add(held);
  }

  remove(held: Held): boolean {
    if (!this.held.delete(held)) return false;
    this.bytes -= held.bytes;
    return true;
  }

  /** false: there is nothing to let go but `newest`. */
  letGoOldest(newest: Held): boolean {
    const [oldest] = this.held;
    if (!oldest || oldest === newest) return false;
    this.remove(oldest);
    oldest.letGo();
    return true;
  }
}
