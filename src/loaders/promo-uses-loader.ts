import DataLoader from "dataloader";
import { type DataSource } from "typeorm";

import { perRequest } from "./per-request";

/** How often promotions and single codes were used by orders that live, for any number of them in one query per request. */
export class PromoUsesLoader {
  readonly ofPromotions: (context: object) => DataLoader<string, number>;
  readonly ofCodes: (context: object) => DataLoader<string, number>;

  constructor(db: DataSource) {
    this.ofPromotions = perRequest(() => new DataLoader((ids: readonly string[]) => count(db, "promotion_id", ids)));
    this.ofCodes = perRequest(() => new DataLoader((codes: readonly string[]) => count(db, "code", codes)));
  }
}

async function count(db: DataSource, column: "promotion_id" | "code", keys: readonly string[]): Promise<number[]> {
  const rows = await db.query<{ key: string; uses: number }[]>(
    `select ${column}::text as key, count(*)::int as uses from promo_uses
     where ${column} = any($1) and returned_at is null group by ${column}`,
    [keys],
  );
  const byKey = new Map(rows.map(({ key, uses }) => [key, uses]));
  return keys.map((key) => byKey.get(key) ?? 0);
}
