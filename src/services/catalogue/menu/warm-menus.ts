import { type MenuMemory } from "../kept/menu-memory";
import { type MenuDemand } from "./menu-demand";
import { type ShownMenus } from "./shown-menus";

const RECORD_MS = 300_000;
/** Requests that arrive in the meantime need the database too. */
const WARMED_AT_ONCE = 2;

interface Parts {
  readonly demand: MenuDemand;
  readonly memory: Pick<MenuMemory, "isFilling">;
  readonly shownMenus: Pick<ShownMenus, "start" | "warm" | "takeAsked" | "close">;
}

/**
 * Keeps what branches show, and reads it ahead of requests: first for the branches that guests
 * looked at most recently, and only as many as fit into half of the room.
 */
export class WarmMenus {
  private stopped = false;
  private reading: Promise<unknown> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly parts: Parts) {}

  /**
   * Call before any menu is requested. Continues in the background. What cannot be read now is read
   * on its first request.
   */
  start(): void {
    this.parts.shownMenus.start();
    this.reading = this.readAhead().catch(() => undefined);
    this.timer = setInterval(() => void this.record(), RECORD_MS).unref();
  }

  /** Resolves when none of our statements is running any more. */
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

  /** Missed records only make the next start slightly slower. */
  private async record(): Promise<void> {
    const { demand, shownMenus } = this.parts;
    await demand.record(shownMenus.takeAsked()).catch(() => undefined);
  }
}
