import { type DataSource } from "typeorm";

import { isUuid } from "../../../domain/ids";
import { PosMenuRow } from "../../../entities/catalogue/pos-menu-row";
import { type MenuSnapshots } from "../menu/menu-snapshots";
import { type CatalogueIssue, issuesOfBoth } from "./catalogue-issues";

/** Nobody reads more than this; once the first ones are fixed, the rest appear. */
const MOST = 500;

/** Discrepancies between a branch's POS menu and its catalogue, most serious first, 500 at most. */
export class FindCatalogueIssues {
  constructor(
    private readonly db: DataSource,
    private readonly snapshots: Pick<MenuSnapshots, "get">,
  ) {}

  /**
   * Empty for a branch that does not exist or whose POS menu was never read.
   *
   * @param planId a plan of the branch: returns only issues of articles that it concerns
   */
  async execute(branchId: string, planId?: string): Promise<CatalogueIssue[]> {
    if (!isUuid(branchId)) return [];
    const [row, catalogue, planned] = await Promise.all([
      this.db.manager.findOne(PosMenuRow, {
        where: { branchId },
        select: { branchId: true, issues: true, drift: true, heldBack: true, products: true },
      }),
      this.snapshots.get(branchId),
      planId === undefined ? undefined : this.articlesOf(planId),
    ]);
    if (!row || !catalogue) return [];
    const articles = new Set(
      row.products.map(({ article }) => article).filter((article) => article !== null),
    );
    const issues = issuesOfBoth(row, articles, catalogue);
    return issues
      .filter(({ article }) => !planned || (article !== null && planned.has(article)))
      .slice(0, MOST);
  }

  private async articlesOf(planId: string): Promise<Set<string>> {
    const rows = await this.db.query<{ article: string }[]>(
      "select article from catalog_plan_changes where plan_id = $1",
      [planId],
    );
    return new Set(rows.map(({ article }) => article));
  }
}
