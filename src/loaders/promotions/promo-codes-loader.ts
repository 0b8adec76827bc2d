import DataLoader from "dataloader";
import { type DataSource } from "typeorm";

import { type PromoCodeRow } from "../../entities/promotions/promo-code-row";
import { perRequest } from "../per-request";

/** A page of a promotion's codes. */
export interface CodesAsked {
  readonly promotionId: string;
  readonly limit: number;
  /** The last code seen; empty: start with the first. */
  readonly after: string;
}

/**
 * Loads pages of codes in alphabetical order, and their number, for any number of promotions in one
 * query each per request.
 */
export class PromoCodesLoader {
  readonly of: (context: object) => DataLoader<CodesAsked, PromoCodeRow[], string>;
  readonly counts: (context: object) => DataLoader<string, number>;

  constructor(db: DataSource) {
    this.of = perRequest(
      () =>
        new DataLoader((asked: readonly CodesAsked[]) => load(db, asked), {
          cacheKeyFn: JSON.stringify,
        }),
    );
    this.counts = perRequest(() => new DataLoader((ids: readonly string[]) => count(db, ids)));
  }
}

async function count(db: DataSource, ids: readonly string[]): Promise<number[]> {
  const rows = await db.query<{ id: string; codes: number }[]>(
    `select promotion_id as id, count(*)::int as codes from promo_codes
     where promotion_id = any ($1) group by promotion_id`,
    [ids],
  );
  const byId = new Map(rows.map(({ id, codes }) => [id, codes]));
  return ids.map((id) => byId.get(id) ?? 0);
}

async function load(db: DataSource, asked: readonly CodesAsked[]): Promise<PromoCodeRow[][]> {
  const rows = await db.query<(PromoCodeRow & { place: number })[]>(
    `select a.place::int - 1 as place, c.code, c.promotion_id as "promotionId", c.created_at as "createdAt"
     from unnest($1::uuid[], $2::int[], $3::text[]) with ordinality as a (promotion_id, most, after, place)
     cross join lateral (
       select * from promo_codes where promotion_id = a.promotion_id and code > a.after order by code limit a.most
     ) as c
     order by a.place, c.code`,
    [
      asked.map(({ promotionId }) => promotionId),
      asked.map(({ limit }) => limit),
      asked.map(({ after }) => after),
    ],
  );
  const pages = asked.map((): PromoCodeRow[] => []);
  for (const { place, ...row } of rows) pages[place]?.push(row);
  return pages;
}
