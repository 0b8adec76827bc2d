import DataLoader from "dataloader";
import { type DataSource, In } from "typeorm";

import { CataloguePlan } from "../../entities/catalogue/catalogue-plan";
import { perRequest } from "../per-request";

/**
 * Loads the catalogue plans of any number of branches in one query per request; null: dropped
 * since.
 */
export class CatalogPlansLoader {
  readonly of: (context: object) => DataLoader<string, CataloguePlan | null>;

  constructor(db: DataSource) {
    this.of = perRequest(
      () =>
        new DataLoader(async (ids: readonly string[]) => {
          const found = await db.manager.findBy(CataloguePlan, { id: In([...ids]) });
          const byId = new Map(found.map((plan) => [plan.id, plan]));
          return ids.map((id) => byId.get(id) ?? null);
        }),
    );
  }
}
