import DataLoader from "dataloader";
import { type DataSource, In } from "typeorm";

import { Product } from "../../entities/catalogue/product";
import { perRequest } from "../per-request";

export type FieldSources = Pick<Product, "id" | "branchId" | "lockedFields" | "fieldSources">;

/**
 * Loads where the fields of any number of products come from, in one query per request; null: there
 * is no such product.
 */
export class FieldSourcesLoader {
  private readonly loaderOf: (context: object) => DataLoader<string, FieldSources | null>;

  constructor(db: DataSource) {
    this.loaderOf = perRequest(() => new DataLoader((ids: readonly string[]) => load(db, ids)));
  }

  load(context: object, productId: string): Promise<FieldSources | null> {
    return this.loaderOf(context).load(productId);
  }

  /** Called after a change within the same request. */
  forget(context: object, productId: string): void {
    this.loaderOf(context).clear(productId);
  }
}

async function load(db: DataSource, ids: readonly string[]): Promise<(FieldSources | null)[]> {
  const found = await db.manager.find(Product, {
    select: { id: true, branchId: true, lockedFields: true, fieldSources: true },
    where: { id: In([...ids]) },
  });
  const byId = new Map(found.map((product) => [product.id, product]));
  return ids.map((id) => byId.get(id) ?? null);
}
