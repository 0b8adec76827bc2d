import { type DataSource } from "typeorm";

import { isUuid } from "../../domain/ids";
import { operatesBranch, type Viewer } from "../../domain/access/viewer";
import { Promotion } from "../../entities/promotions/promotion";

/** Promotions of the branches an operator works for. */
export class FindPromotions {
  constructor(private readonly db: DataSource) {}

  /** null: there is none of that id for any of the viewer's branches. */
  async byId(viewer: Viewer, id: string): Promise<Promotion | null> {
    const promotion = isUuid(id) ? await this.db.manager.findOneBy(Promotion, { id }) : null;
    return promotion?.branchIds.some((branchId) => operatesBranch(viewer, branchId))
      ? promotion
      : null;
  }

  /** Of one branch, newest first. */
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
