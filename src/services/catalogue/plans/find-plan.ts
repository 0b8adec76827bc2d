import { type DataSource, In, MoreThan } from "typeorm";

import { type ChangeAction } from "../../../domain/catalogue/plan-change";
import { isUuid } from "../../../domain/ids";
import { CataloguePlan } from "../../../entities/catalogue/catalogue-plan";
import { CataloguePlanChange } from "../../../entities/catalogue/catalogue-plan-change";

interface ChangesAsked {
  readonly action: ChangeAction | undefined;
  /** Limits the result to these; undefined: all. */
  readonly articles?: readonly string[] | undefined;
  readonly after: number;
  readonly limit: number;
}

/** A stored plan and its effect, article by article. */
export class FindPlan {
  constructor(private readonly db: DataSource) {}

  async execute(planId: string): Promise<CataloguePlan | null> {
    return isUuid(planId) ? this.db.manager.findOneBy(CataloguePlan, { id: planId }) : null;
  }

  /**
   * In the order in which the articles were requested, without the products themselves: `target` is
   * not read.
   *
   * @param after the last position that was already read
   */
  changes(
    planId: string,
    { action, articles, after, limit }: ChangesAsked,
  ): Promise<CataloguePlanChange[]> {
    return this.db.manager.find(CataloguePlanChange, {
      select: {
        planId: true,
        position: true,
        article: true,
        action: true,
        name: true,
        reason: true,
        fields: true,
      },
      where: {
        planId,
        position: MoreThan(after),
        ...(action && { action }),
        ...(articles && { article: In([...articles]) }),
      },
      order: { position: "ASC" },
      take: limit,
    });
  }
}
