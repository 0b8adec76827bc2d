import { type DataSource } from "typeorm";

import { PosMenuBody } from "../../../entities/catalogue/pos-menu-body";

/** The POS's own answer behind a branch's menu, gzipped; null when there is none. */
export class FindPosMenuBody {
  constructor(private readonly db: DataSource) {}

  /** @param heldBack the one that waits for an operator's yes, not the one in use */
  execute(branchId: string, heldBack: boolean): Promise<PosMenuBody | null> {
    return this.db.manager.findOneBy(PosMenuBody, { branchId, heldBack });
  }
}
