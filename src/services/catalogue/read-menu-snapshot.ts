import { type DataSource } from "typeorm";

import {
  type MenuSnapshot,
  type SnapshotOption,
  type SnapshotOptionGroup,
  type SnapshotProduct,
  type SnapshotSection,
  type SnapshotSize,
} from "../../domain/menu-snapshot";
import { type PosMenuNutrition } from "../../domain/pos-menu";

type Within<Row, Parent extends string> = Omit<Row, "products" | "optionGroups" | "sizes" | "options"> &
  Record<Parent, string>;

interface Rows {
  currency_code: string;
  catalogue_version: number;
  as_of: Date;
  sections: Omit<SnapshotSection, "products">[];
  products: Within<SnapshotProduct, "sectionId">[];
  sizes: Within<SnapshotSize, "productId">[];
  groups: Within<SnapshotOptionGroup, "productId">[];
  options: Within<SnapshotOption, "groupId">[];
}

/** One statement, so that all of it is of one moment. Each list is aggregated once, not per parent. */
const SQL = `
select branch.currency_code, branch.catalogue_version, now() as as_of,
  (select coalesce(json_agg(json_build_object(
      'id', id, 'name', name, 'slug', slug, 'position', position
    ) order by position, id), '[]') from sections where branch_id = branch.id) as sections,
  (select coalesce(json_agg(json_build_object(
      'id', id, 'sectionId', section_id, 'article', article, 'name', name, 'description', description,
      'imageUrls', image_urls, 'posProductId', pos_product_id, 'compound', compound, 'nutrition', nutrition,
      'comboGroups', combo_groups
    ) order by position, article), '[]') from products where branch_id = branch.id) as products,
  (select coalesce(json_agg(json_build_object(
      'id', size.id, 'productId', size.product_id, 'posSizeId', size.pos_size_id, 'name', size.name,
      'price', size.price, 'isDefault', size.is_default
    ) order by size.position), '[]')
    from product_sizes size join products product on product.id = size.product_id
    where product.branch_id = branch.id) as sizes,
  (select coalesce(json_agg(json_build_object(
      'id', choice.id, 'productId', choice.product_id, 'posGroupId', choice.pos_group_id, 'name', choice.name,
      'min', choice.min, 'max', choice.max, 'freeAmount', choice.free_amount
    ) order by choice.position), '[]')
    from option_groups choice join products product on product.id = choice.product_id
    where product.branch_id = branch.id) as groups,
  (select coalesce(json_agg(json_build_object(
      'id', option.id, 'groupId', option.option_group_id, 'posProductId', option.pos_product_id,
      'article', option.article, 'name', option.name, 'price', option.price, 'priceBySize', option.price_by_size,
      'min', option.min, 'max', option.max, 'byDefault', option.by_default, 'freeAmount', option.free_amount
    ) order by option.position), '[]')
    from options option
    join option_groups choice on choice.id = option.option_group_id
    join products product on product.id = choice.product_id
    where product.branch_id = branch.id) as options
from branches branch where branch.id = $1`;

/** Reads a branch's catalogue with one statement and freezes it; undefined when there is no such branch. */
export async function readMenuSnapshot(db: DataSource, branchId: string): Promise<MenuSnapshot | undefined> {
  const [rows] = await db.query<Rows[]>(SQL, [branchId]);
  if (!rows) return undefined;

  const options = grouped(rows.options, "groupId");
  const groups = grouped(
    rows.groups.map((group) => ({ ...group, options: options(group.id) })),
    "productId",
  );
  const sizes = grouped(rows.sizes, "productId");
  const products = new Map<string, SnapshotProduct[]>(rows.sections.map(({ id }) => [id, []]));
  for (const row of rows.products) {
    const nutrition = row.nutrition && nutritionOf(row.nutrition);
    const product = { ...row, nutrition, sizes: sizes(row.id), optionGroups: groups(row.id) };
    products.get(row.sectionId)?.push(product);
  }
  const sections = rows.sections.map((section) => ({ ...section, products: products.get(section.id) ?? [] }));
  return deepFrozen({
    branchId,
    currencyCode: rows.currency_code,
    revision: rows.catalogue_version,
    asOf: rows.as_of,
    sections,
    productByArticle: new Map([...products.values()].flat().map((product) => [product.article, product])),
  });
}

/** Children by parent id, without the column that named the parent. */
function grouped<Parent extends string, Row extends Record<Parent, string>>(rows: readonly Row[], parent: Parent) {
  const children = new Map<string, Omit<Row, Parent>[]>();
  for (const row of rows) {
    const { [parent]: parentId, ...child } = row;
    const siblings = children.get(parentId);
    if (siblings) siblings.push(child);
    else children.set(parentId, [child]);
  }
  return (parentId: string) => children.get(parentId) ?? [];
}

/** jsonb keeps keys in an order of its own; plans compare and print them in ours. */
function nutritionOf(stored: PosMenuNutrition): PosMenuNutrition {
  const { energyKcal, proteins, fats, carbohydrates, weightGrams, allergens } = stored;
  return { energyKcal, proteins, fats, carbohydrates, weightGrams, allergens };
}

/** A Map cannot be frozen; its type here is read-only, and what it leads to is frozen. */
function deepFrozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(deepFrozen);
  return Object.freeze(value);
}
