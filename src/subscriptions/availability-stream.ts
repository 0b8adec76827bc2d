import { changedAvailability } from "../services/catalogue/changed-availability";
import { type ShownMenu } from "../services/catalogue/shown-menu";
import { type ShownMenus } from "../services/catalogue/shown-menus";

export interface AvailabilityChange {
  /** The menu that has the product as it is now. */
  readonly shown: ShownMenu;
  readonly article: string;
}

/**
 * Each product whose availability changes, once per change. Memory is the source: what happens while the reader is busy
 * becomes one change, and what it has not read is no longer than the menu.
 */
export class AvailabilityStream implements AsyncIterableIterator<AvailabilityChange> {
  private waiting: AvailabilityChange[] = [];
  private news = true;
  private ended = false;
  private wakeReader: (() => void) | undefined;
  private readonly stopListening: () => void;

  private constructor(
    private readonly menus: ShownMenus,
    private last: ShownMenu,
  ) {
    this.stopListening = menus.onChange(last.catalogue.branchId, () => {
      this.news = true;
      this.wakeReader?.();
    });
  }

  /** undefined when there is no such branch. */
  static async open(menus: ShownMenus, branchId: string): Promise<AvailabilityStream | undefined> {
    const shown = await menus.of(branchId);
    return shown && new AvailabilityStream(menus, shown);
  }

  async next(): Promise<IteratorResult<AvailabilityChange, undefined>> {
    while (!this.ended) {
      const change = this.waiting.shift();
      if (change) return { done: false, value: change };
      if (this.news) await this.look();
      else await new Promise<void>((resolve) => (this.wakeReader = resolve));
    }
    return { done: true, value: undefined };
  }

  return(): Promise<IteratorResult<AvailabilityChange, undefined>> {
    this.ended = true;
    this.stopListening();
    this.wakeReader?.();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private async look(): Promise<void> {
    this.news = false;
    const shown = await this.menus.of(this.last.catalogue.branchId).catch(async (error: unknown) => {
      // Nobody calls return() on a stream that threw.
      await this.return();
      throw error;
    });
    // The branch was deleted.
    if (!shown) return void (await this.return());
    this.waiting = changedAvailability(this.last, shown).map((article) => ({ shown, article }));
    this.last = shown;
  }
}
