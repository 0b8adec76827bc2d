import { type Combo, type ComboGroup, type Restaurant } from "../restaurant/model";
import { comboSizeId } from "./combo-categories";
import { comboComponentPrice } from "./combo-component-price";
import { externalMenuV3 } from "./external-menu-v3";
import { groupItem, itemGroup } from "./item-group";
import { type MenuRequest } from "./menu-request";

/**
 * `/api/2/menu/by_id`, format 4: format 3 plus COMBO items inside the groups, priced by their
 * components.
 */
export function externalMenuV4(restaurant: Restaurant, request: MenuRequest) {
  return {
    ...externalMenuV3(restaurant, request),
    formatVersion: 4,
    // In this format an empty map was recorded as an empty array.
    overrideTaxCategories: [],
    itemGroups: restaurant.categories.map((category) =>
      itemGroup(category, [
        ...category.products.map((product) => groupItem(product, request)),
        ...category.combos.map((combo) => comboItem(combo, request)),
      ]),
    ),
  };
}

function comboItem(combo: Combo, request: MenuRequest) {
  return {
    type: "COMBO",
    id: combo.id,
    sku: combo.article,
    name: combo.name,
    description: combo.description,
    priceStrategy: "BY_COMPONENT",
    isMarked: false,
    barcodes: [],
    sizes: [
      {
        sizeId: comboSizeId(combo),
        name: "",
        shortName: "",
        isHidden: false,
        buttonImageUrl: null,
      },
    ],
    groups: combo.groups.map((group) => componentGroup(combo, group, request)),
  };
}

function componentGroup(combo: Combo, group: ComboGroup, request: MenuRequest) {
  return {
    id: group.id,
    name: group.name,
    isMainGroup: group.isMainGroup,
    skipStep: false,
    items: group.choices.map(({ productId, sizeId, surcharge }) => ({
      itemId: productId,
      sizeId,
      forbiddenModifiers: [],
      priceModificationAmount: 0,
      sizes: [
        {
          comboSizeId: comboSizeId(combo),
          sizeId,
          name: "",
          shortName: "",
          prices: [
            {
              organizations: request.organizationIds,
              price: comboComponentPrice(combo, group, surcharge),
              taxCategoryId: null,
            },
          ],
        },
      ],
    })),
  };
}
