import { type DataSource } from "typeorm";

import { ImportField } from "../../../domain/catalogue/import-field";
import { PlanGuardCode, PlanKind } from "../../../domain/catalogue/plan";
import { ChangeAction } from "../../../domain/catalogue/plan-change";
import { type PosMenuCategory } from "../../../domain/catalogue/pos-menu";
import { newId } from "../../../domain/ids";
import { type CataloguePlan } from "../../../entities/catalogue/catalogue-plan";
import { type CreateSection } from "../create-section";
import { type MenuSnapshots } from "../menu/menu-snapshots";
import { indexPosMenu } from "../pos-menu/pos-menu-index";
import { type ApplyPlan } from "./apply-plan";
import { type ImportBase, readImportBase, sectionNamesOf } from "./import-base";
import { planChanges } from "./plan-changes";
import { storePlan } from "./store-plan";

/**
 * Imports a complete POS menu: a section for each category that guests may see, with everything
 * that can be imported.
 */
export class SeedCatalogue {
  constructor(
    private readonly db: DataSource,
    private readonly snapshots: MenuSnapshots,
    private readonly createSection: CreateSection,
    private readonly applyPlan: ApplyPlan,
  ) {}

  /**
   * Safe to repeat, and to continue after a crash: sections are found again by name, and what is
   * already imported stays unchanged. What cannot be imported is left out; no guard stops the rest.
   *
   * @throws {Refused} the branch does not exist, or its POS menu was never read
   */
  async execute(branchId: string): Promise<CataloguePlan> {
    const { catalogue, posMenu } = await readImportBase(this.db, this.snapshots, branchId);
    const categories = posMenu.categories.filter(isShown);
    const known = new Set(catalogue.sections.map((section) => section.name));
    for (const name of new Set(categories.map(sectionNameOf))) {
      if (!known.has(name)) await this.createSection.execute({ branchId, name });
    }

    const base = await readImportBase(this.db, this.snapshots, branchId);
    const changes = changesOf(base).filter((change) => change.action !== ChangeAction.BLOCKED);
    const plan = await storePlan(this.db, {
      kind: PlanKind.IMPORT_SECTION,
      sectionId: null,
      base,
      changes,
    });
    return this.applyPlan.execute(plan.id, null, Object.values(PlanGuardCode));
  }
}

function changesOf(base: ImportBase) {
  const { catalogue, posMenu, locks } = base;
  const sectionIds = new Map(catalogue.sections.map(({ name, id }) => [name, id]));
  const wanted = posMenu.categories.filter(isShown).flatMap((category) => {
    const sectionId = sectionIds.get(sectionNameOf(category));
    if (sectionId === undefined) return [];
    return category.items.flatMap(({ article, hidden }) =>
      article === null || hidden ? [] : [{ article, sectionId }],
    );
  });
  return planChanges({
    menu: indexPosMenu(posMenu),
    catalogue: catalogue.productByArticle,
    locks,
    wanted,
    fields: new Set(Object.values(ImportField)),
    sectionNames: sectionNamesOf(base),
    newId,
  });
}

function isShown(category: PosMenuCategory): boolean {
  return !category.hidden && category.items.some((item) => !item.hidden);
}

function sectionNameOf(category: PosMenuCategory): string {
  return (
    Array.from(category.name.trim().normalize("NFC")).slice(0, 100).join("").trim() ||
    category.posId
  );
}
