import { type DataSource } from "typeorm";

import { newId } from "../../domain/ids";
import { UserErrorCode } from "../../domain/user-error-code";
import { type UserFault } from "../../domain/user-fault";
import { type CatalogPlan, PlanKind } from "../../entities/catalog-plan";
import { Refused } from "../../errors";
import { invalid, required } from "../branches/branch-fault";
import { refusal } from "./catalogue-fault";
import { readImportBase } from "./import-base";
import { type ImportField } from "./import-field";
import { type MenuSnapshots } from "./menu-snapshots";
import { planChanges } from "./plan-changes";
import { indexPosMenu } from "./pos-menu-index";
import { storePlan } from "./store-plan";

export interface ImportRequest {
  readonly branchId: string;
  readonly sectionId: string;
  readonly articles: readonly string[];
  readonly fields: readonly ImportField[];
}

const MAX_ARTICLES = 10_000;
/** What is named in a plan is printed there: nobody's article is longer. */
const MAX_ARTICLE_LENGTH = 100;

/** Works out what an import of chosen articles and fields into a section would change. Changes nothing yet. */
export class PlanImport {
  constructor(
    private readonly db: DataSource,
    private readonly snapshots: MenuSnapshots,
  ) {}

  /**
   * Safe to repeat: each call makes a plan of its own.
   *
   * @throws {Refused} no such branch or section, nothing chosen, or the POS menu was never read
   */
  async execute({ branchId, sectionId, articles, fields }: ImportRequest): Promise<CatalogPlan> {
    const faults = faultsOf(articles, fields);
    if (faults.length > 0) throw new Refused(faults);
    const base = await readImportBase(this.db, this.snapshots, branchId);
    const section = base.catalogue.sections.find((candidate) => candidate.id === sectionId.toLowerCase());
    if (!section) {
      const message = { ru: "В филиале нет такого раздела", en: "The branch has no such section" };
      throw refusal(UserErrorCode.NOT_FOUND, ["input", "sectionId"], message);
    }

    const changes = planChanges({
      menu: indexPosMenu(base.posMenu),
      catalogue: base.catalogue.productByArticle,
      wanted: articles.map((article) => ({ article, sectionId: section.id })),
      fields: new Set(fields),
      sectionNames: new Map(base.catalogue.sections.map(({ id, name }) => [id, name])),
      newId,
    });
    return storePlan(this.db, { kind: PlanKind.IMPORT_SECTION, sectionId: section.id, base, changes });
  }
}

function faultsOf(articles: readonly string[], fields: readonly ImportField[]): UserFault[] {
  const [inArticles, inFields] = [
    ["input", "articles"],
    ["input", "fields"],
  ] as const;
  const faults: UserFault[] = [];
  if (articles.length === 0) faults.push(required(inArticles, "Выберите товары", "Choose articles"));
  if (articles.length > MAX_ARTICLES) {
    faults.push(
      invalid(inArticles, `Не более ${MAX_ARTICLES} товаров за раз`, `At most ${MAX_ARTICLES} articles a time`),
    );
  }
  if (articles.some((article) => article.length > MAX_ARTICLE_LENGTH || article.includes("\0"))) {
    faults.push(invalid(inArticles, "Такого артикула быть не может", "One of these cannot be an article"));
  }
  if (fields.length === 0)
    faults.push(required(inFields, "Выберите, какие данные взять", "Choose which fields to take"));
  return faults;
}
