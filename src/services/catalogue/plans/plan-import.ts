import { type DataSource } from "typeorm";

import { type ImportField } from "../../../domain/catalogue/import-field";
import { PlanKind } from "../../../domain/catalogue/plan";
import { type UserError } from "../../../domain/errors/user-error";
import { UserErrorCode } from "../../../domain/errors/user-error-code";
import { newId } from "../../../domain/ids";
import { type CataloguePlan } from "../../../entities/catalogue/catalogue-plan";
import {
  CatalogueWorkKind,
  CatalogueWorkStep,
} from "../../../entities/catalogue/catalogue-work-row";
import { Refused } from "../../../errors";
import { required } from "../../branches/changes/branch-error";
import { refusal } from "../catalogue-error";
import { type MenuSnapshots } from "../menu/menu-snapshots";
import { indexPosMenu } from "../pos-menu/pos-menu-index";
import { duringWork, type Tell } from "../work/during-work";
import { type ImportBase, readImportBase, sectionNamesOf } from "./import-base";
import { planChanges } from "./plan-changes";
import { MAX_CHANGE_PERCENT } from "./plan-guards";
import { articleErrors, percentErrors } from "./plan-request-errors";
import { type PlannedChange } from "./planned-change";
import { storePlan } from "./store-plan";

/** What to import, independent of branch and section. */
export interface ImportWanted {
  readonly articles: readonly string[];
  readonly fields: readonly ImportField[];
  /** Articles for which different fields are imported, with those fields. */
  readonly fieldsOf?: ReadonlyMap<string, ReadonlySet<ImportField>>;
  /** How much a price may change without confirmation; 50 by default. */
  readonly maxChangePercent?: number;
}

export interface ImportRequest extends ImportWanted {
  readonly branchId: string;
  readonly sectionId: string;
}

/**
 * Computes what importing the chosen articles and fields into a section would change. Changes
 * nothing yet.
 */
export class PlanImport {
  constructor(
    private readonly db: DataSource,
    private readonly snapshots: MenuSnapshots,
  ) {}

  /**
   * Safe to repeat: each call creates a separate plan.
   *
   * @throws {Refused} the branch or section does not exist, nothing is chosen, or the POS menu was
   *   never read
   */
  async execute(request: ImportRequest): Promise<CataloguePlan> {
    const userErrors = importErrors(request);
    if (userErrors.length > 0) throw new Refused(userErrors);
    const work = { branchId: request.branchId, kind: CatalogueWorkKind.PLAN };
    return duringWork(this.db, work, (tell) => this.plan(request, tell));
  }

  private async plan(request: ImportRequest, tell: Tell): Promise<CataloguePlan> {
    const base = await readImportBase(this.db, this.snapshots, request.branchId);
    const section = base.catalogue.sections.find(
      (candidate) => candidate.id === request.sectionId.toLowerCase(),
    );
    if (!section) {
      const message = { ru: "В филиале нет такого раздела", en: "The branch has no such section" };
      throw refusal(UserErrorCode.NOT_FOUND, ["input", "sectionId"], message);
    }
    tell(CatalogueWorkStep.COMPARING, 0, request.articles.length);
    const plan = {
      kind: PlanKind.IMPORT_SECTION,
      sectionId: section.id,
      base,
      changes: importChangesOf(base, section, request),
      maxChangePercent: request.maxChangePercent ?? MAX_CHANGE_PERCENT,
    };
    return storePlan(this.db, plan, tell);
  }
}

/** Errors in the request itself, independent of the branch. */
export function importErrors({
  articles,
  fields,
  maxChangePercent = 0,
}: ImportWanted): UserError[] {
  const noFields =
    fields.length > 0
      ? []
      : [
          required(
            ["input", "fields"],
            "Выберите, какие данные взять",
            "Choose which fields to take",
          ),
        ];
  return [...articleErrors(articles), ...noFields, ...percentErrors(maxChangePercent)];
}

/** @param section an existing section of the branch, or one that is to be created */
export function importChangesOf(
  base: ImportBase,
  section: { readonly id: string; readonly name: string },
  { articles, fields, fieldsOf }: ImportWanted,
): PlannedChange[] {
  return planChanges({
    menu: indexPosMenu(base.posMenu),
    catalogue: base.catalogue.productByArticle,
    locks: base.locks,
    wanted: articles.map((article) => ({ article, sectionId: section.id })),
    fields: new Set(fields),
    ...(fieldsOf && { fieldsOf }),
    sectionNames: new Map([...sectionNamesOf(base), [section.id, section.name]]),
    newId,
  });
}
