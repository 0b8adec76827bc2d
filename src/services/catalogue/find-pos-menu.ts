import { type DataSource } from "typeorm";

import { isUuid } from "../../domain/ids";
import { type PosMenuRow } from "../../entities/pos-menu-row";
import { readPosMenu } from "./read-pos-menu";

/** The POS's menu of a branch as last read; null when it never was. */
export class FindPosMenu {
  constructor(private readonly db: DataSource) {}

  async execute(branchId: string): Promise<PosMenuRow | null> {
    return isUuid(branchId) ? readPosMenu(this.db, branchId) : null;
  }
}
