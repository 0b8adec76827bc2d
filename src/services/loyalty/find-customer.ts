import { type DataSource } from "typeorm";

import { storedPhonesOf } from "../../domain/guests/former-phone";
import { customerIdOf } from "../../domain/ids";
import { type Viewer } from "../../domain/access/viewer";
import { Order } from "../../entities/orders/order";

/** A guest, as far as orders tell. */
export interface KnownCustomer {
  /** The same for ever for one phone. */
  readonly id: string;
  /** As given with the last order. */
  readonly name: string | null;
  /** E.164. */
  readonly phone: string;
}

/**
 * Finds a guest by phone: guests themselves, always; others for whoever operates a branch they
 * ordered from.
 */
export class FindCustomer {
  constructor(private readonly db: DataSource) {}

  /** @param phone E.164 */
  async execute(viewer: Viewer, phone: string): Promise<KnownCustomer | null> {
    const query = this.db
      .createQueryBuilder(Order, "o")
      .select("o.customerName", "name")
      .where("o.customerPhone = any(:phones)", { phones: storedPhonesOf(phone) })
      .orderBy("o.createdAt", "DESC")
      .limit(1);
    if (viewer.kind === "key" && viewer.branchIds !== null) {
      query.andWhere("o.branchId = any(:branchIds)", { branchIds: viewer.branchIds });
    }
    const last = await query.getRawOne<{ name: string }>();
    if (!last && viewer.kind === "key") return null;
    return { id: customerIdOf(phone), name: last?.name ?? null, phone };
  }
}
