import { type EntityManager } from "typeorm";

import { BonusReservation } from "../../entities/loyalty/bonus-reservation";
import { type Order } from "../../entities/orders/order";
import { Refused } from "../../errors";
import { askProgramme } from "./ask-programme";
import * as userError from "./loyalty-errors";
import { type LoyaltyStatement, type ReadLoyalty } from "./read-loyalty";
import { reservedPoints } from "./reserved-points";

/** The guest is waiting. */
const DEADLINE_MS = 5_000;

/** Determines how much of an order a guest could pay with points right now. */
export class OfferPoints {
  constructor(private readonly readLoyalty: ReadLoyalty) {}

  /**
   * @param phone E.164
   * @param use questions for orders take precedence over others
   * @throws {RateLimited} the POS was asked about the guest too often
   * @throws {Refused} LOYALTY_DISABLED; UPSTREAM_UNAVAILABLE: the balance cannot be read now
   */
  execute(branchId: string, phone: string, use: "QUOTE" | "ORDER"): Promise<LoyaltyStatement> {
    return askProgramme(() =>
      this.readLoyalty.execute(branchId, phone, { use, deadlineMs: DEADLINE_MS }),
    );
  }
}

/**
 * What a guest had when the order was placed; reservations ended since `asOf` may still be
 * reflected in the balance.
 */
type Offer = Pick<LoyaltyStatement, "walletId" | "balance" | "asOf" | "customerId" | "connection">;

/**
 * Reserves points for an order, as part of the transaction that saves it. Of two orders that want
 * the same points, the second waits here and then finds them reserved.
 *
 * @throws {Refused} LOYALTY_INSUFFICIENT
 */
export async function reservePoints(tx: EntityManager, order: Order, offer: Offer): Promise<void> {
  const { id: orderId, customerPhone: phone, bonusSpent: amount, createdAt: reservedAt } = order;
  const { walletId, balance, asOf, customerId, connection } = offer;
  if (walletId === null) throw new Refused([userError.insufficient(0)]);
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [
    `bonuses:${walletId}:${phone}`,
  ]);
  const available = Math.max(0, balance - (await reservedPoints(tx, walletId, phone, asOf)));
  if (amount > available) throw new Refused([userError.insufficient(available)]);
  const hold = connection.settings.holdBonuses
    ? { posCustomerId: customerId, balanceBefore: balance }
    : {};
  await tx.insert(BonusReservation, { orderId, walletId, phone, amount, reservedAt, ...hold });
}
