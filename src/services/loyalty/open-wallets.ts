import { type DataSource, In } from "typeorm";

import { actsFor } from "../../domain/access/acts-for";
import { type Viewer, worksForAll } from "../../domain/access/viewer";
import { storedPhonesOf } from "../../domain/guests/former-phone";
import { Order } from "../../entities/orders/order";

/** Tells whose points a caller may know of, and spend. */
export class OpenWallets {
  constructor(private readonly db: DataSource) {}

  /**
   * Guests' own, always; a key of all branches everybody's. One of single branches may look into
   * the points of those alone who have ordered from the branch: else it would look up whomever it
   * likes.
   *
   * @param phone E.164
   */
  async includes(phone: string, viewer: Viewer, branchId: string): Promise<boolean> {
    if (!actsFor(viewer, phone, branchId)) return false;
    if (viewer.kind !== "key" || worksForAll(viewer)) return true;
    return this.db.manager.existsBy(Order, { branchId, customerPhone: In(storedPhonesOf(phone)) });
  }
}
