import { type DataSource } from "typeorm";

import { PlanKind } from "../../../domain/catalogue/plan";
import { type UserError } from "../../../domain/errors/user-error";
import { type CataloguePlan } from "../../../entities/catalogue/catalogue-plan";
import {
  CatalogueWorkKind,
  CatalogueWorkStep,
} from "../../../entities/catalogue/catalogue-work-row";
import { Refused } from "../../../errors";
import { type MenuSnapshots } from "../menu/menu-snapshots";
import { indexPosMenu } from "../pos-menu/pos-menu-index";
import { duringWork, type Tell } from "../work/during-work";
import { type ImportBase, readImportBase, sectionNamesOf } from "./import-base";
import { MAX_CHANGE_PERCENT } from "./plan-guards";
import { MatchBy, planPriceChanges } from "./plan-price-changes";
import { articleErrors, percentErrors } from "./plan-request-errors";
import { type PlannedChange } from "./planned-change";
import { storePlan } from "./store-plan";

/** Which prices to import, independent of the branch. */
export interface PricesWanted {
  /** null: every product in the catalogue. */
  readonly articles: readonly string[] | null;
  readonly matchBy?: MatchBy;
  /** How much a price may change without confirmation; 50 by default. */
  readonly maxChangePercent?: number;
  /** Also imports locked prices. They stay locked. */
  readonly overrideLocked?: boolean;
}

export interface PriceSyncRequest extends PricesWanted {
  readonly branchId: string;
}

/** Computes which prices of a branch's products differ from the POS's. Changes nothing yet. */
export class PlanPriceSync {
  constructor(
    private readonly db: DataSource,
    private readonly snapshots: MenuSnapshots,
  ) {}

  /**
   * Safe to repeat: each call creates a separate plan.
   *
   * @throws {Refused} the branch does not exist, an article or percentage is impossible, or the POS
   *   menu was never read
   */
  async execute(request: PriceSyncRequest): Promise<CataloguePlan> {
    const userErrors = priceErrors(request);
    if (userErrors.length > 0) throw new Refused(userErrors);
    const work = { branchId: request.branchId, kind: CatalogueWorkKind.PLAN };
    return duringWork(this.db, work, (tell) => this.plan(request, tell));
  }

  private async plan(request: PriceSyncRequest, tell: Tell): Promise<CataloguePlan> {
    const base = await readImportBase(this.db, this.snapshots, request.branchId);
    tell(CatalogueWorkStep.COMPARING, 0, base.catalogue.productByArticle.size);
    const plan = {
      kind: PlanKind.SYNC_PRICES,
      sectionId: null,
      base,
      changes: priceChangesOf(base, request),
      maxChangePercent: request.maxChangePercent ?? MAX_CHANGE_PERCENT,
    };
    return storePlan(this.db, plan, tell);
  }
}

/** Errors in the request itself, independent of the branch. */
export function priceErrors({ articles, maxChangePercent = 0 }: PricesWanted): UserError[] {
  return [...(articles ? articleErrors(articles) : []), ...percentErrors(maxChangePercent)];
}

export function priceChangesOf(base: ImportBase, wanted: PricesWanted): PlannedChange[] {
  const { articles, matchBy = MatchBy.ARTICLE, overrideLocked = false } = wanted;
  const catalogue = base.catalogue.productByArticle;
  return planPriceChanges({
    menu: indexPosMenu(base.posMenu),
    catalogue,
    locks: overrideLocked ? new Map() : base.locks,
    articles: articles ?? catalogue.keys(),
    matchBy,
    sectionNames: sectionNamesOf(base),
  });
}
