import { type DataSource } from "typeorm";

import { isUuid } from "../../../domain/ids";
import { type PosMenuCategory } from "../../../domain/catalogue/pos-menu";
import { type PosMenuRow } from "../../../entities/catalogue/pos-menu-row";
import { readPosMenu } from "./read-pos-menu";

/** A menu of ten thousand products takes some 50 MB of memory. */
const MOST_KEPT = 4;

/** The POS's menu of a branch as last read; null when it never was. */
export class FindPosMenu {
  /**
   * By content hash, the last used one last: paging through a big menu does not parse all of it for
   * every page.
   */
  private readonly kept = new Map<string, PosMenuCategory[]>();

  constructor(private readonly db: DataSource) {}

  /** Its categories are shared with other callers: do not change them. */
  async execute(branchId: string): Promise<PosMenuRow | null> {
    if (!isUuid(branchId)) return null;
    const menu = await readPosMenu(this.db, branchId, (contentHash) => this.kept.get(contentHash));
    if (menu) this.keep(menu);
    return menu;
  }

  private keep({ contentHash, categories }: PosMenuRow): void {
    this.kept.delete(contentHash);
    this.kept.set(contentHash, categories);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) return;
      this.kept.delete(oldest);
    }
  }
}
