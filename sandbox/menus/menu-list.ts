import { type Restaurant } from "../restaurant/model";

/** `/api/2/menu`. Price categories are null when the key uses the prices of the menu itself. */
export function menuList(restaurant: Restaurant) {
  const { externalMenu, priceCategories } = restaurant;
  return {
    externalMenus: [{ id: externalMenu.id, name: externalMenu.name }],
    priceCategories:
      priceCategories.length > 0 ? priceCategories.map(({ id, name }) => ({ id, name })) : null,
  };
}
