import { type Category, type ModifierGroup, type Restaurant, type Size } from "../restaurant/model";
import { type MenuRequest } from "./menu-request";
import { nomenclatureDish, nomenclatureModifier } from "./nomenclature-product";
import { productCategory } from "./product-category";

/**
 * `/api/1/nomenclature`: everything in flat lists joined by ids; combos are not included. A caller
 * whose `startRevision` is the current revision is up to date and gets empty lists.
 */
export function nomenclature(
  restaurant: Restaurant,
  request: MenuRequest & { startRevision?: number | null },
) {
  const { revision } = request;
  if (request.startRevision === revision) {
    return { groups: [], productCategories: [], products: [], sizes: [], revision };
  }
  const groups = modifierGroupsOf(restaurant);
  return {
    groups: [
      ...restaurant.categories.map((category, order) => menuFolder(category, order)),
      ...groups.map((group, order) => modifierFolder(group, order)),
    ],
    productCategories: [productCategory],
    products: [
      ...restaurant.categories.flatMap((category) =>
        category.products.map((product, order) =>
          nomenclatureDish(product, category.id, order, request),
        ),
      ),
      ...modifierRows(restaurant),
    ],
    sizes: sizesOf(restaurant),
    revision,
  };
}

function productsOf(restaurant: Restaurant) {
  return restaurant.categories.flatMap(({ products }) => products);
}

function uniqueById<Row extends { id: string }>(rows: Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

/** Simple modifiers have no folder of their own. */
function modifierGroupsOf(restaurant: Restaurant): (ModifierGroup & { id: string })[] {
  const groups = productsOf(restaurant).flatMap(({ modifierGroups }) => modifierGroups);
  return uniqueById(
    groups.flatMap((group) => (group.id === null ? [] : [{ ...group, id: group.id }])),
  );
}

function modifierRows(restaurant: Restaurant) {
  const groups = productsOf(restaurant).flatMap(({ modifierGroups }) => modifierGroups);
  return uniqueById(
    groups.flatMap((group) =>
      group.modifiers.map((modifier) => nomenclatureModifier(modifier, group.id)),
    ),
  );
}

function sizesOf(restaurant: Restaurant) {
  const sizes = productsOf(restaurant).flatMap(({ sizes: productSizes }) => productSizes);
  const named = sizes.filter((size): size is Size & { id: string } => size.id !== null);
  return uniqueById(named).map(({ id, name, isDefault }, priority) => ({
    id,
    name: name ?? "",
    priority,
    isDefault,
  }));
}

const folder = {
  imageLinks: [],
  parentGroup: null,
  description: null,
  additionalInfo: null,
  tags: [],
  isDeleted: false,
  seoDescription: null,
  seoText: null,
  seoKeywords: null,
  seoTitle: null,
};

/** Menu folders have no article; iiko's recorded answers have "" there. */
function menuFolder({ id, name, hidden }: Category, order: number) {
  return {
    ...folder,
    id,
    code: "",
    name,
    order,
    isIncludedInMenu: !hidden,
    isGroupModifier: false,
  };
}

function modifierFolder({ id, name }: ModifierGroup & { id: string }, order: number) {
  return { ...folder, id, code: "", name, order, isIncludedInMenu: false, isGroupModifier: true };
}
