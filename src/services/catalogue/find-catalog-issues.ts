import { type DataSource } from "typeorm";

import { isUuid } from "../../domain/ids";
import { PosMenuRow } from "../../entities/pos-menu-row";
import { type CatalogIssue, issuesOfBoth } from "./catalog-issues";
import { type MenuSnapshots } from "./menu-snapshots";

/** More than these nobody reads; mending the first ones shows the rest. */
const MOST = 500;

/** What is wrong between a branch's POS menu and its catalogue, the gravest first, 500 at most. */
export class FindCatalogIssues {
  constructor(
    private readonly db: DataSource,
    private readonly snapshots: Pick<MenuSnapshots, "of">,
  ) {}

  /** Nothing for a branch that is not there or whose POS menu was never read. */
  async execute(branchId: string): Promise<CatalogIssue[]> {
    if (!isUuid(branchId)) return [];
    const [row, catalogue] = await Promise.all([
      this.db.manager.findOne(PosMenuRow, {
        where: { branchId },
        select: { branchId: true, issues: true, drift: true, heldBack: true, products: true },
      }),
      this.snapshots.of(branchId),
    ]);
    if (!row || !catalogue) return [];
    const articles = new Set(row.products.map(({ article }) => article).filter((article) => article !== null));
    return issuesOfBoth(row, articles, catalogue).slice(0, MOST);
  }
}
