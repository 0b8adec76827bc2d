import { type Category, type Combo, type ComboGroup, type Restaurant } from "../restaurant/model";
import { stableId } from "../restaurant/stable-id";
import { type MenuRequest } from "./menu-request";

/** Every combo of the sandbox has one size, which iiko still requires to be named. */
export function comboSizeId(combo: Combo): string {
  return stableId("combo size", combo.id);
}

/**
 * Root `comboCategories` of formats 2 to 4: the combo has a single price, to which choices may add.
 */
export function comboCategories(restaurant: Restaurant, request: MenuRequest) {
  return restaurant.categories
    .filter(({ combos }) => combos.length > 0)
    .map(({ id, name, combos }: Category) => ({
      id,
      name,
      combos: combos.map((combo) => fixedPriceCombo(combo, request)),
    }));
}

function fixedPriceCombo(combo: Combo, request: MenuRequest) {
  return {
    id: combo.id,
    name: combo.name,
    description: combo.description,
    price: combo.price,
    priceStrategy: "FIXED",
    startDate: combo.sold?.from ?? "2026-01-01 00:00:00.000",
    expirationDate: combo.sold?.to ?? "2036-01-01 00:00:00.000",
    image: [],
    sizes: [{ id: comboSizeId(combo), name: "", shortName: "", buttonImage: null }],
    groups: combo.groups.map((group) => choiceGroup(combo, group, request)),
  };
}

function choiceGroup(
  combo: Combo,
  { id, name, isMainGroup, choices }: ComboGroup,
  request: MenuRequest,
) {
  const prices = [{ organizations: request.organizationIds, price: 0, taxCategoryId: null }];
  return {
    id,
    name,
    isMainGroup,
    skipStep: false,
    items: choices.map(({ productId, sizeId, surcharge }) => ({
      itemId: productId,
      sizeId,
      forbiddenModifiers: [],
      priceModificationAmount: surcharge,
      sizes: [{ comboSizeId: comboSizeId(combo), sizeId, name: "", shortName: "", prices }],
    })),
  };
}
