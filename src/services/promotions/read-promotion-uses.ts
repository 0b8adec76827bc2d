import { type EntityManager } from "typeorm";

import { storedPhonesOf } from "../../domain/guests/former-phone";
import {
  isCounted,
  type PromotionTerms,
  type PromotionUses,
} from "../../domain/promotions/promotion-terms";

/** Who wants to use a promotion, and with which of its codes. */
export interface Use {
  readonly code: string;
  /** E.164; null for no guest in particular. */
  readonly phone: string | null;
  /** The order that is asking, which is not counted; null if there is none yet. */
  readonly orderId: string | null;
}

const NO_USES: PromotionUses = { total: 0, ofCode: 0, byCustomer: 0, ordersOfCustomer: 0 };

/**
 * Returns how often a promotion has been used so far, as far as its terms require; counts only up
 * to its limits. What cancelled orders used does not count, nor does what a guest ordered at
 * branches that the promotion is not for: whose guests those are does not concern its operators.
 */
export async function readPromotionUses(
  manager: EntityManager,
  terms: PromotionTerms,
  { code, phone, orderId }: Use,
): Promise<PromotionUses> {
  if (!isCounted(terms)) return NO_USES;
  const { id, usageLimit, usesPerCode, oncePerCustomer, firstOrderOnly, branchIds } = terms;
  const limits = [
    usageLimit ?? 0,
    usesPerCode ?? 0,
    Number(oncePerCustomer),
    Number(firstOrderOnly),
  ];
  const [row] = await manager.query<PromotionUses[]>(
    `select
       (select count(*)::int from
         (select from promo_uses where promotion_id = $1 and returned_at is null limit $5) as any_use) as total,
       (select count(*)::int from
         (select from promo_uses where promotion_id = $1 and code = $2 and returned_at is null limit $6) as use_of_code) as "ofCode",
       (select count(*)::int from
         (select from promo_uses where promotion_id = $1 and phone = any ($3) and returned_at is null limit $7) as use_by_customer
       ) as "byCustomer",
       (select count(*)::int from
         (
           select from orders
           where customer_phone = any ($3) and branch_id = any ($9) and status <> 'CANCELLED' and id is distinct from $4 limit $8
         ) as earlier
       ) as "ordersOfCustomer"`,
    [id, code, phone === null ? [] : storedPhonesOf(phone), orderId, ...limits, branchIds],
  );
  return row ?? NO_USES;
}
