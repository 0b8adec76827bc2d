import { type DataSource, type EntityManager } from "typeorm";

import {
  type MenuSnapshot,
  type SnapshotProduct,
  type SnapshotSection,
} from "../../../domain/catalogue/menu-snapshot";
import { type PosMenuNutrition } from "../../../domain/catalogue/pos-menu";
import { deepFrozen } from "../../../domain/deep-frozen";

/**
 * Parsing and freezing this many products takes a few milliseconds; other requests run between two
 * pages.
 */
const PAGE = 200;

export interface CatalogueHead {
  id: string;
  currency_code: string;
  catalogue_version: number;
  as_of: Date;
  sections: Omit<SnapshotSection, "products">[];
}

export type ProductRow = SnapshotProduct & { readonly position: number };

export interface PlacedProduct {
  readonly position: number;
  readonly product: SnapshotProduct;
}

/** Works for any number of branches. */
export const HEADS_SQL = `
select branch.id, branch.currency_code, branch.catalogue_version, now() as as_of,
  (select coalesce(json_agg(json_build_object(
      'id', id, 'name', name, 'slug', slug, 'position', position
    ) order by position, id), '[]') from sections where branch_id = branch.id) as sections
from branches branch where branch.id = any ($1)`;

/** Columns of a row of `products`. */
export const PRODUCT_COLUMNS = `
product.id, product.section_id as "sectionId", product.position, product.article, product.name,
  product.description, product.image_urls as "imageUrls", product.pos_product_id as "posProductId",
  product.compound, product.nutrition, product.combo_groups as "comboGroups",
  (select coalesce(json_agg(json_build_object(
      'id', size.id, 'posSizeId', size.pos_size_id, 'name', size.name, 'price', size.price, 'isDefault', size.is_default
    ) order by size.position), '[]') from product_sizes size where size.product_id = product.id) as sizes,
  (select coalesce(json_agg(json_build_object(
      'id', choice.id, 'posGroupId', choice.pos_group_id, 'name', choice.name, 'min', choice.min, 'max', choice.max,
      'freeAmount', choice.free_amount, 'options', (select coalesce(json_agg(json_build_object(
          'id', option.id, 'posProductId', option.pos_product_id, 'article', option.article, 'name', option.name,
          'price', option.price, 'priceBySize', option.price_by_size, 'min', option.min, 'max', option.max,
          'byDefault', option.by_default, 'freeAmount', option.free_amount
        ) order by option.position), '[]') from options option where option.option_group_id = choice.id)
    ) order by choice.position), '[]') from option_groups choice where choice.product_id = product.id) as "optionGroups"`;

const PRODUCTS_SQL = `
select ${PRODUCT_COLUMNS} from products product where product.branch_id = $1 and product.article > $2
order by product.article limit ${PAGE}`;

/**
 * Reads a branch's catalogue as of a single moment and freezes it; undefined if the branch does not
 * exist. It reads one page of products at a time: a menu of ten thousand read as a single text
 * would block every request of this process while it is parsed.
 */
export async function readMenuSnapshot(
  db: DataSource,
  branchId: string,
): Promise<MenuSnapshot | undefined> {
  return db.transaction("REPEATABLE READ", async (tx) => {
    const [head] = await tx.query<CatalogueHead[]>(HEADS_SQL, [[branchId]]);
    return head && menuSnapshotOf(head, await readProducts(tx, branchId));
  });
}

/** Builds a frozen snapshot from what was read of a branch's catalogue. */
export function menuSnapshotOf(
  head: CatalogueHead,
  products: readonly PlacedProduct[],
): MenuSnapshot {
  const productsOf = bySection(products);
  const sections = head.sections.map((section) =>
    deepFrozen({ ...section, products: productsOf(section.id) }),
  );
  const shown = sections.flatMap((section) => section.products);
  return Object.freeze({
    branchId: head.id,
    currencyCode: head.currency_code,
    revision: head.catalogue_version,
    asOf: head.as_of,
    sections: Object.freeze(sections),
    // A Map cannot be frozen; its type is read-only, and its values are frozen.
    productByArticle: new Map(shown.map((product) => [product.article, product])),
  });
}

async function readProducts(tx: EntityManager, branchId: string): Promise<PlacedProduct[]> {
  const products: PlacedProduct[] = [];
  for (;;) {
    const last = products.at(-1)?.product.article ?? "";
    const page = await tx.query<ProductRow[]>(PRODUCTS_SQL, [branchId, last]);
    products.push(...page.map(toPlacedProduct));
    if (page.length < PAGE) return products;
  }
}

export function toPlacedProduct({ position, ...row }: ProductRow): PlacedProduct {
  return {
    position,
    product: deepFrozen({ ...row, nutrition: row.nutrition && nutritionOf(row.nutrition) }),
  };
}

/**
 * Each section's products by position; those with the same position are ordered by article, as they
 * came.
 */
function bySection(products: readonly PlacedProduct[]): (sectionId: string) => SnapshotProduct[] {
  const sections = new Map<string, SnapshotProduct[]>();
  for (const { product } of products.toSorted((one, other) => one.position - other.position)) {
    const section = sections.get(product.sectionId);
    if (section) section.push(product);
    else sections.set(product.sectionId, [product]);
  }
  return (sectionId) => sections.get(sectionId) ?? [];
}

/** jsonb keeps keys in its own order; plans compare and print them in ours. */
function nutritionOf(stored: PosMenuNutrition): PosMenuNutrition {
  const { energyKcal, proteins, fats, carbohydrates, weightGrams, allergens } = stored;
  return { energyKcal, proteins, fats, carbohydrates, weightGrams, allergens };
}
