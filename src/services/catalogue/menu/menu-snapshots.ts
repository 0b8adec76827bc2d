import { type DataSource } from "typeorm";

import { type MenuSnapshot } from "../../../domain/catalogue/menu-snapshot";
import { type EventFeed } from "../../../ports/event-feed";
import { KeptByBranch } from "../kept/kept-by-branch";
import { readMenuSnapshot } from "./read-menu-snapshot";

/** Every branch's catalogue in memory. */
export class MenuSnapshots extends KeptByBranch<MenuSnapshot> {
  constructor(
    private readonly db: DataSource,
    feed: EventFeed,
  ) {
    super(feed, "catalogue");
  }

  protected readOne(branchId: string): Promise<MenuSnapshot | undefined> {
    return readMenuSnapshot(this.db, branchId);
  }
}
