import { type DataSource } from "typeorm";

import { type PromotionTerms } from "../../src/domain/promotions/promotion-terms";
import { PromoCodeRow } from "../../src/entities/promotions/promo-code-row";
import { Promotion } from "../../src/entities/promotions/promotion";

/** Stores a promotion with its codes. */
export async function storePromotion(
  db: DataSource,
  terms: PromotionTerms,
  ...codes: string[]
): Promise<PromotionTerms> {
  const createdAt = new Date();
  const row = { ...terms, branchIds: [...terms.branchIds], fulfilments: [...terms.fulfilments] };
  await db.manager.insert(Promotion, { ...row, currencyCode: "RUB", createdAt });
  await db.manager.insert(
    PromoCodeRow,
    codes.map((code) => ({ code, promotionId: terms.id, createdAt })),
  );
  return terms;
}
