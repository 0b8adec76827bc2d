import DataLoader from "dataloader";
import { type DataSource } from "typeorm";

import { type PromoCodeRow } from "../../entities/promotions/promo-code-row";
import { perRequest } from "../per-request";

/** Promotions of other branches may use the same code. */
type CodeOf = Pick<PromoCodeRow, "promotionId" | "code">;

/**
 * Loads how often promotions and single codes were used by orders that are still valid, for any
 * number of them in one query per request.
 */
export class PromoUsesLoader {
  readonly ofPromotions: (context: object) => DataLoader<string, number>;
  readonly ofCodes: (context: object) => DataLoader<CodeOf, number, string>;

  constructor(db: DataSource) {
    this.ofPromotions = perRequest(
      () => new DataLoader((ids: readonly string[]) => countOfPromotions(db, ids)),
    );
    this.ofCodes = perRequest(
      () =>
        new DataLoader((codes: readonly CodeOf[]) => countOfCodes(db, codes), {
          cacheKeyFn: keyOf,
        }),
    );
  }
}

async function countOfPromotions(db: DataSource, ids: readonly string[]): Promise<number[]> {
  const rows = await db.query<{ id: string; uses: number }[]>(
    `select promotion_id as id, count(*)::int as uses from promo_uses
     where promotion_id = any ($1) and returned_at is null group by promotion_id`,
    [ids],
  );
  const byId = new Map(rows.map(({ id, uses }) => [id, uses]));
  return ids.map((id) => byId.get(id) ?? 0);
}

async function countOfCodes(db: DataSource, codes: readonly CodeOf[]): Promise<number[]> {
  const rows = await db.query<(CodeOf & { uses: number })[]>(
    `select promotion_id as "promotionId", code, count(*)::int as uses from promo_uses
     where (promotion_id, code) in (select * from unnest($1::uuid[], $2::text[])) and returned_at is null
     group by promotion_id, code`,
    [codes.map(({ promotionId }) => promotionId), codes.map(({ code }) => code)],
  );
  const byCode = new Map(rows.map((row) => [keyOf(row), row.uses]));
  return codes.map((code) => byCode.get(keyOf(code)) ?? 0);
}

function keyOf({ promotionId, code }: CodeOf): string {
  return `${promotionId} ${code}`;
}
