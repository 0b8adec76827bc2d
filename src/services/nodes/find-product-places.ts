import { type DataSource } from "typeorm";

import { isUuid } from "../../domain/ids";

/** Where a product is read. */
export interface ProductPlace {
  readonly branchId: string;
  readonly article: string;
}

/** Finds out which branch's menu shows products that are named by their ids alone. */
export class FindProductPlaces {
  constructor(private readonly db: DataSource) {}

  /** @returns by ids in lower case; whatever is missing does not exist */
  async execute(ids: readonly string[]): Promise<ReadonlyMap<string, ProductPlace>> {
    const wanted = [...new Set(ids.filter(isUuid))];
    if (wanted.length === 0) return new Map();
    const places = await this.db.query<(ProductPlace & { id: string })[]>(
      `select id, branch_id as "branchId", article from products where id = any ($1)`,
      [wanted],
    );
    return new Map(places.map(({ id, ...place }) => [id, place]));
  }
}
