import { type DataSource } from "typeorm";

import { operatesBranch, type Viewer } from "../../domain/access/viewer";
import { isUuid } from "../../domain/ids";
import { Promotion } from "../../entities/promotions/promotion";

/** Finds promotions of the branches an operator works for. */
export class FindPromotions {
  constructor(private readonly db: DataSource) {}

  /** null if no branch of the viewer has a promotion with that id. */
  async byId(viewer: Viewer, id: string): Promise<Promotion | null> {
    return (await this.byIds(viewer, [id])).get(id.toLowerCase()) ?? null;
  }

  /**
   * Returns promotions by id in lower case; an id that is missing does not exist for the viewer.
   */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, Promotion>> {
    const wanted = ids.filter(isUuid);
    if (wanted.length === 0) return new Map();
    const found = await this.db
      .createQueryBuilder(Promotion, "p")
      .where("p.id = any(:ids)", { ids: wanted })
      .getMany();
    const seen = found.filter(({ branchIds }) =>
      branchIds.some((branchId) => operatesBranch(viewer, branchId)),
    );
    return new Map(seen.map((promotion) => [promotion.id, promotion]));
  }

  /** Returns those of one branch, newest first. */
  async ofBranch(
    branchId: string,
    limit: number,
    after: { readonly createdAt: Date; readonly id: string } | null,
  ): Promise<Promotion[]> {
    if (!isUuid(branchId)) return [];
    const query = this.db
      .createQueryBuilder(Promotion, "p")
      .where("p.branchIds @> array[:branchId]::uuid[]", { branchId })
      .orderBy("p.createdAt", "DESC")
      .addOrderBy("p.id", "DESC");
    if (after) query.andWhere("(p.createdAt, p.id) < (:createdAt, :id)", after);
    return query.limit(limit).getMany();
  }
}
