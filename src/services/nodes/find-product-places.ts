import { type DataSource } from "typeorm";

import { isUuid } from "../../domain/ids";

/** Where a product is read. */
export interface ProductPlace {
  readonly branchId: string;
  readonly article: string;
}

/** Finds out which branch's menu contains products that are given only by their ids. */
export class FindProductPlaces {
  constructor(private readonly db: DataSource) {}

  /** @returns places by id in lower case; an id that is missing does not exist */
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
