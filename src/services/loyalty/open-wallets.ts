import { type DataSource, In } from "typeorm";

import { actsFor } from "../../domain/access/acts-for";
import { type Viewer, worksForAll } from "../../domain/access/viewer";
import { storedPhonesOf } from "../../domain/guests/former-phone";
import { Order } from "../../entities/orders/order";

/** Determines whose points a caller may see and spend. */
export class OpenWallets {
  constructor(private readonly db: DataSource) {}

  /**
   * Guests may always see their own; a key for all branches may see everybody's. A key for single
   * branches may see only the points of guests who have ordered from the branch; otherwise it could
   * look up arbitrary guests.
   *
   * @param phone E.164
   */
  async includes(phone: string, viewer: Viewer, branchId: string): Promise<boolean> {
    if (!actsFor(viewer, phone, branchId)) return false;
    if (viewer.kind !== "key" || worksForAll(viewer)) return true;
    return this.db.manager.existsBy(Order, { branchId, customerPhone: In(storedPhonesOf(phone)) });
  }
}
