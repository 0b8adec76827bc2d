import { type SnapshotProduct } from "../../src/domain/menu-snapshot";
import { type PosMenuItem } from "../../src/domain/pos-menu";
import { ImportField } from "../../src/services/catalogue/import-field";
import { planChanges } from "../../src/services/catalogue/plan-changes";
import { indexPosMenu } from "../../src/services/catalogue/pos-menu-index";
import { aPosCategory, aPosMenu, aPosSize } from "./a-pos-menu";

const ALL = Object.values(ImportField);

export const SIZED = [
  aPosSize({ posSizeId: "s", name: "Малая", article: "00064-S", price: 40_000, isDefault: false }),
  aPosSize({ posSizeId: "l", name: "Большая", article: "00064-L", price: 60_000, isDefault: true }),
];

let nextId = 0;

/** The changes that importing these articles from a menu of these items makes. */
export function plan(
  items: PosMenuItem[],
  options: { before?: SnapshotProduct[]; articles?: string[]; fields?: ImportField[]; sectionId?: string } = {},
) {
  const { before = [], articles = ["00064"], fields = ALL, sectionId = "pizza" } = options;
  return planChanges({
    menu: indexPosMenu(aPosMenu(aPosCategory({ items }))),
    catalogue: new Map(before.map((product) => [product.article, product])),
    wanted: articles.map((article) => ({ article, sectionId })),
    fields: new Set(fields),
    sectionNames: new Map([
      ["pizza", "Пицца"],
      ["hits", "Хиты"],
    ]),
    newId: () => `id-${(nextId += 1)}`,
  });
}

/** The product as an import of everything makes it. */
export function imported(item: PosMenuItem): SnapshotProduct {
  return plan([item], { articles: [item.article!] })[0]!.target!;
}

/** The one change from the imported state of `before` to `after`. */
export function update(before: PosMenuItem, after: PosMenuItem, fields: ImportField[] = ALL) {
  const [change] = plan([after], { before: [imported(before)], fields, articles: [after.article!] });
  return change!;
}
