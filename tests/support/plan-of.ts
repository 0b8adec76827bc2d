import { ImportField } from "../../src/domain/catalogue/import-field";
import { type SnapshotProduct } from "../../src/domain/catalogue/menu-snapshot";
import { type PosMenuItem } from "../../src/domain/catalogue/pos-menu";
import { planChanges } from "../../src/services/catalogue/plans/plan-changes";
import { MatchBy, planPriceChanges } from "../../src/services/catalogue/plans/plan-price-changes";
import { indexPosMenu } from "../../src/services/catalogue/pos-menu/pos-menu-index";
import { aPosCategory, aPosMenu, aPosSize } from "./a-pos-menu";

const ALL = Object.values(ImportField);

export const SIZED = [
  aPosSize({ posSizeId: "s", name: "Малая", article: "00064-S", price: 40_000, isDefault: false }),
  aPosSize({ posSizeId: "l", name: "Большая", article: "00064-L", price: 60_000, isDefault: true }),
];

const SECTION_NAMES = new Map([
  ["pizza", "Пицца"],
  ["hits", "Хиты"],
]);

interface PlanOptions {
  readonly before?: SnapshotProduct[];
  readonly articles?: string[];
  readonly fields?: ImportField[];
  readonly sectionId?: string;
  /** Fields that are locked in every product of `before`. */
  readonly locked?: ImportField[];
}

let nextId = 0;

/** The changes made by importing these articles from a menu of these items. */
export function plan(items: PosMenuItem[], options: PlanOptions = {}) {
  const {
    before = [],
    articles = ["00064"],
    fields = ALL,
    sectionId = "pizza",
    locked = [],
  } = options;
  return planChanges({
    menu: indexPosMenu(aPosMenu(aPosCategory({ items }))),
    catalogue: new Map(before.map((product) => [product.article, product])),
    locks: locksOf(before, locked),
    wanted: articles.map((article) => ({ article, sectionId })),
    fields: new Set(fields),
    sectionNames: SECTION_NAMES,
    newId: () => `id-${(nextId += 1)}`,
  });
}

/** The changes made by a price sync of these products against a menu of these items. */
export function sync(
  before: SnapshotProduct[],
  items: PosMenuItem[],
  options: { articles?: string[]; matchBy?: MatchBy; locked?: ImportField[] } = {},
) {
  const {
    articles = before.map(({ article }) => article),
    matchBy = MatchBy.ARTICLE,
    locked = [],
  } = options;
  return planPriceChanges({
    menu: indexPosMenu(aPosMenu(aPosCategory({ items }))),
    catalogue: new Map(before.map((product) => [product.article, product])),
    locks: locksOf(before, locked),
    articles,
    matchBy,
    sectionNames: SECTION_NAMES,
  });
}

function locksOf(products: SnapshotProduct[], fields: ImportField[]) {
  return new Map(fields.length > 0 ? products.map(({ id }) => [id, new Set(fields)]) : []);
}

/** The product that results from importing everything. */
export function imported(item: PosMenuItem): SnapshotProduct {
  return plan([item], { articles: [item.article!] })[0]!.target!;
}

/** The one change from the imported state of `before` to `after`. */
export function update(before: PosMenuItem, after: PosMenuItem, fields: ImportField[] = ALL) {
  const [change] = plan([after], {
    before: [imported(before)],
    fields,
    articles: [after.article!],
  });
  return change!;
}
