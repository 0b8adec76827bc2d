import { type Restaurant } from "../restaurant/model";
import { comboCategories } from "./combo-categories";
import { groupItem, itemGroup } from "./item-group";
import { type MenuRequest } from "./menu-request";
import { productCategory } from "./product-category";
import { menuIntervals } from "./schedule";
import { taxCategory } from "./tax-category";

/**
 * `/api/2/menu/by_id`, format 3: `itemGroups`, one price row per set of organizations, taxes and
 * allergens at the root.
 */
export function externalMenuV3(restaurant: Restaurant, request: MenuRequest) {
  return {
    id: Number(restaurant.externalMenu.id),
    name: restaurant.externalMenu.name,
    description: "",
    buttonImageUrl: null,
    formatVersion: 3,
    revision: request.revision,
    intervals: menuIntervals(restaurant.menuHours, request.organizationIds),
    taxCategories: [taxCategory],
    productCategories: [productCategory],
    allergenGroups: [],
    customerTagGroups: [],
    overrideTaxCategories: {},
    comboCategories: comboCategories(restaurant, request),
    itemGroups: restaurant.categories.map((category) =>
      itemGroup(
        category,
        category.products.map((product) => groupItem(product, request)),
      ),
    ),
  };
}
