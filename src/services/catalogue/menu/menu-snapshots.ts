import { type DataSource } from "typeorm";

import { type MenuSnapshot } from "../../../domain/catalogue/menu-snapshot";
import { type EventFeed } from "../../../ports/event-feed";
import { BranchCache } from "../kept/branch-cache";
import { readMenuSnapshot } from "./read-menu-snapshot";

/** Every branch's catalogue in memory. */
export class MenuSnapshots extends BranchCache<MenuSnapshot> {
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
