import { type DataSource } from "typeorm";

import { type CataloguePlan, PlanKind } from "../../../entities/catalogue/catalogue-plan";
import { Refused } from "../../../errors";
import { readImportBase, sectionNamesOf } from "./import-base";
import { type MenuSnapshots } from "../menu/menu-snapshots";
import { MAX_CHANGE_PERCENT } from "./plan-guards";
import { MatchBy, planPriceChanges } from "./plan-price-changes";
import { articleErrors, percentErrors } from "./plan-request-errors";
import { indexPosMenu } from "../pos-menu/pos-menu-index";
import { storePlan } from "./store-plan";

export interface PriceSyncRequest {
  readonly branchId: string;
  /** null: every product of the catalogue. */
  readonly articles: readonly string[] | null;
  readonly matchBy?: MatchBy;
  /** What a price may move by without a yes; 50 when left out. */
  readonly maxChangePercent?: number;
  /** Takes locked prices, too. They stay locked. */
  readonly overrideLocked?: boolean;
}

/** Works out which prices of a branch's products differ from the POS's. Changes nothing yet. */
export class PlanPriceSync {
  constructor(
    private readonly db: DataSource,
    private readonly snapshots: MenuSnapshots,
  ) {}

  /**
   * Safe to repeat: each call makes a plan of its own.
   *
   * @throws {Refused} no such branch, an impossible article or percentage, or the POS menu was
   * never read
   */
  async execute(request: PriceSyncRequest): Promise<CataloguePlan> {
    const { branchId, articles, matchBy = MatchBy.ARTICLE, overrideLocked = false } = request;
    const { maxChangePercent = MAX_CHANGE_PERCENT } = request;
    const userErrors = [
      ...(articles ? articleErrors(articles) : []),
      ...percentErrors(maxChangePercent),
    ];
    if (userErrors.length > 0) throw new Refused(userErrors);
    const base = await readImportBase(this.db, this.snapshots, branchId);
    const catalogue = base.catalogue.productByArticle;
    const changes = planPriceChanges({
      menu: indexPosMenu(base.posMenu),
      catalogue,
      locks: overrideLocked ? new Map() : base.locks,
      articles: articles ?? catalogue.keys(),
      matchBy,
      sectionNames: sectionNamesOf(base),
    });
    return storePlan(this.db, {
      kind: PlanKind.SYNC_PRICES,
      sectionId: null,
      base,
      changes,
      maxChangePercent,
    });
  }
}
