import { type EntityManager, In } from "typeorm";

import { type UserError } from "../../domain/errors/user-error";
import {
  stopError,
  type UsablePromotion,
  usesError,
} from "../../domain/promotions/apply-promotions";
import { isCounted } from "../../domain/promotions/promotion-terms";
import { type Order } from "../../entities/orders/order";
import { PromoUse } from "../../entities/promotions/promo-use";
import { Promotion } from "../../entities/promotions/promotion";
import { Refused } from "../../errors";
import { readPromotionUses } from "./read-promotion-uses";

/**
 * Uses promotions for an order, as part of the transaction that saves it. Orders that want the same
 * promotion wait for each other here wherever its uses are counted, so that a limit holds however
 * many arrive simultaneously.
 *
 * @throws {Refused} PROMO_USAGE_EXCEEDED, PROMO_NOT_APPLICABLE, PROMO_EXPIRED, all of them together
 */
export async function usePromotions(
  tx: EntityManager,
  order: Order,
  usable: readonly UsablePromotion[],
): Promise<void> {
  if (usable.length === 0) return;
  const { id: orderId, customerPhone: phone, createdAt: usedAt } = order;
  const locked = await lock(tx, usable, phone);
  const userErrors: UserError[] = [];
  for (const { code, index, terms } of usable) {
    const now = locked.find(({ id }) => id === terms.id) ?? terms;
    const uses = await readPromotionUses(tx, terms, { code, phone, orderId });
    const against = stopError(now) ?? usesError(terms, uses);
    if (against) userErrors.push(against(index));
  }
  if (userErrors.length > 0) throw new Refused(userErrors);
  const uses = usable.map(({ code, terms }) => ({
    orderId,
    promotionId: terms.id,
    code,
    phone,
    usedAt,
  }));
  await tx.insert(PromoUse, uses);
}

/** In the order of their ids, so that two orders with several codes do not deadlock. */
async function lock(
  tx: EntityManager,
  usable: readonly UsablePromotion[],
  phone: string,
): Promise<Promotion[]> {
  const counted = usable.map(({ terms }) => terms).filter(isCounted);
  if (counted.length === 0) return [];
  // Two promotions for a first order may be used simultaneously, but there is only one first order.
  if (counted.some(({ firstOrderOnly }) => firstOrderOnly)) {
    await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [
      `first-order:${phone}`,
    ]);
  }
  return tx.find(Promotion, {
    where: { id: In(counted.map(({ id }) => id)) },
    order: { id: "ASC" },
    lock: { mode: "for_no_key_update" },
  });
}
