import { type DataSource } from "typeorm";

import { PosMenuBody } from "../../../entities/catalogue/pos-menu-body";

/** The POS's original answer behind a branch's menu, gzipped; null if there is none. */
export class FindPosMenuBody {
  constructor(private readonly db: DataSource) {}

  /** @param heldBack the one that waits for an operator's confirmation instead of the one in use */
  execute(branchId: string, heldBack: boolean): Promise<PosMenuBody | null> {
    return this.db.manager.findOneBy(PosMenuBody, { branchId, heldBack });
  }
}
