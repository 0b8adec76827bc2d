import { type EntityManager } from "typeorm";

import { type PromotionTerms } from "../../domain/promotions/promotion-terms";

/**
 * Writes codes for a promotion in one statement, and returns those that no promotion of its
 * branches had before.
 */
export async function insertCodes(
  tx: EntityManager,
  { id }: Pick<PromotionTerms, "id">,
  codes: readonly string[],
  createdAt: Date,
): Promise<string[]> {
  const rows = await tx.query<{ code: string }[]>(
    `insert into promo_codes (code, promotion_id, created_at)
     select code, $2, $3 from unnest($1::text[]) as code
     on conflict do nothing returning code`,
    [codes, id, createdAt],
  );
  return rows.map(({ code }) => code);
}
