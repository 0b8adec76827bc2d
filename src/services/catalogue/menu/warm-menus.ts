import { type MenuMemory } from "../kept/menu-memory";
import { type MenuDemand } from "./menu-demand";
import { type ShownMenus } from "./shown-menus";

const RECORD_MS = 300_000;
/** Whoever asks meanwhile needs the database, too. */
const WARMED_AT_ONCE = 2;

interface Parts {
  readonly demand: MenuDemand;
  readonly memory: Pick<MenuMemory, "isFilling">;
  readonly shownMenus: Pick<ShownMenus, "start" | "warm" | "takeAsked" | "close">;
}

/**
 * Keeps what branches show, and reads it before somebody asks for it: first of those that guests
 * looked at last, and as many as half of the room is for.
 */
export class WarmMenus {
  private stopped = false;
  private reading: Promise<unknown> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly parts: Parts) {}

  /**
   * Call before anybody asks for a menu. Goes on in the background. What cannot be read now is read
   * by the first who asks.
   */
  start(): void {
    this.parts.shownMenus.start();
    this.reading = this.readAhead().catch(() => undefined);
    this.timer = setInterval(() => void this.record(), RECORD_MS).unref();
  }

  /** Resolves when no statement of ours is under way any more. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.reading;
    await this.record();
    await this.parts.shownMenus.close();
  }

  private async readAhead(): Promise<void> {
    const { demand, memory, shownMenus } = this.parts;
    const branchIds = (await demand.latest()).values();
    const readOneByOne = async () => {
      for (const id of branchIds) {
        if (this.stopped || memory.isFilling) return;
        await shownMenus.warm(id);
      }
    };
    await Promise.all(Array.from({ length: WARMED_AT_ONCE }, readOneByOne));
  }

  /** What is missed makes the next start a little slower. */
  private async record(): Promise<void> {
    const { demand, shownMenus } = this.parts;
    await demand.record(shownMenus.takeAsked()).catch(() => undefined);
  }
}
