import { type DataSource, type EntityManager } from "typeorm";

import { type ImportField } from "../../../domain/catalogue/import-field";
import { type PosMenuCategory, type PosMenuItem } from "../../../domain/catalogue/pos-menu";
import { PosMenuRow } from "../../../entities/catalogue/pos-menu-row";
import {
  type CatalogueHead,
  HEADS_SQL,
  menuSnapshotOf,
  PRODUCT_COLUMNS,
  type ProductRow,
  toPlacedProduct,
} from "../menu/read-menu-snapshot";
import { type ImportBase } from "./import-base";
import { type Locks } from "./planned-change";

/** Both sides of an import, by branch. Without a menu: the branch's POS menu was never read. */
export type ImportBases = ReadonlyMap<string, ImportBase | "NO_POS_MENU">;

type BranchProduct = ProductRow & { branch_id: string; locked_fields: ImportField[] };

const PRODUCTS = `
select product.branch_id, product.locked_fields, ${PRODUCT_COLUMNS}
from products product where product.branch_id = any ($1) order by product.article`;

/**
 * Reads what `readImportBase` reads, for several branches as of a single moment, in five statements
 * whatever their number. Nothing is cached: the caller decides how much fits into memory. Branches
 * that no longer exist are left out.
 */
export function readImportBases(
  db: DataSource,
  branchIds: readonly string[],
): Promise<ImportBases> {
  return db.transaction("REPEATABLE READ", async (tx) => {
    const heads = await tx.query<CatalogueHead[]>(HEADS_SQL, [branchIds]);
    const products = await tx.query<BranchProduct[]>(PRODUCTS, [branchIds]);
    const menus = await readPosMenus(tx, branchIds);
    const productsOf = new Map<string, BranchProduct[]>(heads.map(({ id }) => [id, []]));
    for (const product of products) productsOf.get(product.branch_id)?.push(product);
    const bases = new Map<string, ImportBase | "NO_POS_MENU">();
    for (const head of heads) {
      const posMenu = menus.get(head.id);
      const own = productsOf.get(head.id) ?? [];
      bases.set(head.id, posMenu ? baseOf(head, own, posMenu) : "NO_POS_MENU");
    }
    return bases;
  });
}

function baseOf(
  head: CatalogueHead,
  products: readonly BranchProduct[],
  posMenu: PosMenuRow,
): ImportBase {
  const locks = new Map<string, ReadonlySet<ImportField>>();
  const placed = products.map(({ branch_id: _, locked_fields: locked, ...product }) => {
    if (locked.length > 0) locks.set(product.id, new Set(locked));
    return toPlacedProduct(product);
  });
  return { catalogue: menuSnapshotOf(head, placed), locks: locks satisfies Locks, posMenu };
}

/** Branches of a chain sometimes have equal menus: each menu is read once and shared. */
async function readPosMenus(
  tx: EntityManager,
  branchIds: readonly string[],
): Promise<ReadonlyMap<string, PosMenuRow>> {
  const menus = await tx
    .createQueryBuilder(PosMenuRow, "menu")
    .where("menu.branchId = any (:branchIds)", { branchIds })
    .getMany();
  const first = new Map(menus.map(({ contentHash, branchId }) => [contentHash, branchId]));
  const categories = await readCategories(tx, [...first.values()]);
  const withCategories = menus.map((menu) => {
    const known = categories.get(first.get(menu.contentHash) ?? "") ?? [];
    return [menu.branchId, Object.assign(menu, { categories: known })] as const;
  });
  return new Map(withCategories);
}

interface ItemRow {
  readonly branch_id: string;
  readonly position: number;
  readonly head: Omit<PosMenuCategory, "items">;
  /** null: the category is empty. */
  readonly item: PosMenuItem | null;
}

/** One product at a time, for the same reason as in `readPosMenu`. */
const ITEMS = `
select branch_id, category.position::int - 1 as position, category.value - 'items' as head, item.value as item
from pos_menus, jsonb_array_elements(categories) with ordinality as category (value, position)
left join lateral jsonb_array_elements(category.value -> 'items') with ordinality as item (value, place) on true
where branch_id = any ($1) order by branch_id, category.position, item.place`;

async function readCategories(
  tx: EntityManager,
  branchIds: readonly string[],
): Promise<ReadonlyMap<string, PosMenuCategory[]>> {
  const menus = new Map<string, { head: ItemRow["head"]; items: PosMenuItem[] }[]>();
  for (const { branch_id, position, head, item } of await tx.query<ItemRow[]>(ITEMS, [branchIds])) {
    const menu = menus.get(branch_id) ?? [];
    const category = (menu[position] ??= { head, items: [] });
    if (item) category.items.push(item);
    menus.set(branch_id, menu);
  }
  const whole = [...menus].map(([branchId, categories]) => {
    const read = categories.map(({ head, items }) => Object.assign({}, head, { items }));
    return [branchId, read] as const;
  });
  return new Map(whole);
}
