import { setImmediate as turnOfEventLoop } from "node:timers/promises";

import { ImportField } from "../../../domain/catalogue/import-field";
import { type MenuSnapshot } from "../../../domain/catalogue/menu-snapshot";
import { type FieldDifference } from "../../../domain/catalogue/plan-change";
import { type PosMenuCategory, type PosMenuItem } from "../../../domain/catalogue/pos-menu";
import { newId } from "../../../domain/ids";
import { soundItem } from "../pos-menu/block-reason";
import { indexPosMenu } from "../pos-menu/pos-menu-index";
import { fieldDifferences } from "./field-differences";
import { mergeProduct } from "./merge-product";

const ALL: ReadonlySet<ImportField> = new Set(Object.values(ImportField));
/** This many are compared in a row, which takes a few milliseconds; then other work gets a turn. */
const IN_A_ROW = 100;

/**
 * What an import of every field would change in our product; empty if we do not have it, or if
 * nothing can be imported.
 *
 * @param locked fields that would stay as they are, and are marked
 */
export function itemDifferences(
  item: PosMenuItem,
  catalogue: MenuSnapshot,
  locked?: ReadonlySet<ImportField>,
): FieldDifference[] {
  const { article } = item;
  const before = article === null ? undefined : catalogue.productByArticle.get(article);
  if (article === null || !before || "code" in soundItem(item)) return [];
  const { sectionId } = before;
  const differences = (fields: ReadonlySet<ImportField>) => {
    const after = mergeProduct(before, { ...item, article }, { sectionId, fields, newId });
    return fieldDifferences(before, after, new Map());
  };
  const all = differences(ALL);
  if (!locked || locked.size === 0 || all.length === 0) return all;
  const free = differences(new Set([...ALL].filter((field) => !locked.has(field))));
  const taken = new Set(free.map(({ field, after }) => `${field} ${after}`));
  return all.map((difference) => {
    const { field, before: ours, after } = difference;
    return taken.has(`${field} ${after}`)
      ? difference
      : { field, before: ours, after, locked: true };
  });
}

interface Compared {
  readonly catalogue: MenuSnapshot;
  readonly ids: Promise<ReadonlySet<string>>;
}

/**
 * Finds the products of a POS menu that differ from the catalogue, including locked fields:
 * computed once for each pair of menu and catalogue, in slices that let other work run.
 */
export class DifferingItems {
  private readonly known = new WeakMap<readonly PosMenuCategory[], Compared>();

  /** Returns the POS's product ids. */
  of(
    categories: readonly PosMenuCategory[],
    catalogue: MenuSnapshot,
  ): Promise<ReadonlySet<string>> {
    const known = this.known.get(categories);
    if (known?.catalogue === catalogue) return known.ids;
    const ids = compareAll(categories, catalogue);
    this.known.set(categories, { catalogue, ids });
    return ids;
  }
}

async function compareAll(
  categories: readonly PosMenuCategory[],
  catalogue: MenuSnapshot,
): Promise<ReadonlySet<string>> {
  const { items } = indexPosMenu({ categories });
  const ids = new Set<string>();
  for (const [index, { item }] of items.entries()) {
    if (index % IN_A_ROW === IN_A_ROW - 1) await turnOfEventLoop();
    if (itemDifferences(item, catalogue).length > 0) ids.add(item.posProductId);
  }
  return ids;
}
