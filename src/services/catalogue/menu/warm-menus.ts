import { type DataSource } from "typeorm";

import { type ShownMenus } from "./shown-menus";

/** Keeps what every branch shows, and reads it before somebody asks for it. */
export class WarmMenus {
  private stopped = false;
  private reading: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly db: DataSource,
    private readonly shownMenus: Pick<ShownMenus, "start" | "get" | "close">,
  ) {}

  /**
   * Call before anybody asks for a menu. Goes on in the background. What cannot be read now is read
   * by the first who asks.
   */
  start(): void {
    this.shownMenus.start();
    this.reading = this.readAll().catch(() => undefined);
  }

  /** Resolves when no statement of ours is under way any more. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.reading;
    await this.shownMenus.close();
  }

  /** One branch after the other: whoever asks for one meanwhile does not wait for all. */
  private async readAll(): Promise<void> {
    const branches = await this.db.query<{ id: string }[]>("select id from branches order by id");
    for (const { id } of branches) {
      if (this.stopped) return;
      await this.shownMenus.get(id);
    }
  }
}
