import { type DataSource } from "typeorm";

import { isUuid } from "../../domain/ids";
import { PosMenuRow } from "../../entities/pos-menu-row";

/** The POS's menu of a branch as last read; null when it never was. */
export class FindPosMenu {
  constructor(private readonly db: DataSource) {}

  async execute(branchId: string): Promise<PosMenuRow | null> {
    return isUuid(branchId) ? this.db.manager.findOneBy(PosMenuRow, { branchId }) : null;
  }
}
