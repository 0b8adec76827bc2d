import { getHeapStatistics } from "node:v8";

/** Fits into a process with the smallest usual heap, 256 MB. */
export const USUAL_MENU_MEMORY_MB = 96;
/** Share of the heap available to Node.js; the rest is for answering requests. */
const MOST_OF_HEAP = 0.5;
/** Packed data takes a tenth of the space, and must not take all of it. */
const MOST_COLD = 0.75;

/** Unpacked and ready to be shown, or packed (together with anything equally small). */
export type Shelf = "warm" | "cold";

/** Something that can be obtained again on request. */
export interface Held {
  readonly bytes: number;
  /** Called once, when the room is needed. */
  readonly letGo: () => void;
}

/**
 * The memory that menus, and everything else that is kept for branches, may take: the least
 * recently used items make room, so that memory does not depend on the number of branches. An item
 * as large as the whole limit stays until the next one arrives.
 */
export class MenuMemory {
  private readonly shelves = { warm: new Row(), cold: new Row() };

  constructor(readonly maxBytes: number) {}

  /** This many megabytes, but no more than the heap of this process has room for. */
  static ofMegabytes(megabytes: number): MenuMemory {
    const room = getHeapStatistics().heap_size_limit * MOST_OF_HEAP;
    return new MenuMemory(Math.min(megabytes * 2 ** 20, room));
  }

  bytesOf(shelf: Shelf): number {
    return this.shelves[shelf].bytes;
  }

  /** Items will be evicted soon: those without a packed form should get one. */
  get isFilling(): boolean {
    return this.bytesOf("warm") + this.bytesOf("cold") > this.maxBytes / 2;
  }

  hold(shelf: Shelf, held: Held): void {
    this.shelves[shelf].add(held);
    this.makeRoom(held);
  }

  /** Marks it as just used, so that it is evicted last. */
  use(shelf: Shelf, held: Held): void {
    this.shelves[shelf].renew(held);
  }

  /** Called when its owner has released it. */
  forget(shelf: Shelf, held: Held): void {
    this.shelves[shelf].remove(held);
  }

  /**
   * Bytes that several items of the shelf share, and that stay as long as one of them does;
   * negative when they are gone.
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

/** In order of last use. */
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

  /** Returns false if there is nothing to evict except `newest`. */
  letGoOldest(newest: Held): boolean {
    const [oldest] = this.held;
    if (!oldest || oldest === newest) return false;
    this.remove(oldest);
    oldest.letGo();
    return true;
  }
}
