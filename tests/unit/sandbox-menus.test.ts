import { externalMenuV2 } from "../../sandbox/menus/external-menu-v2";
import { externalMenuV3 } from "../../sandbox/menus/external-menu-v3";
import { externalMenuV4 } from "../../sandbox/menus/external-menu-v4";
import { type MenuRequest } from "../../sandbox/menus/menu-request";
import { menuV3Standalone } from "../../sandbox/menus/menu-v3-standalone";
import { nomenclature } from "../../sandbox/menus/nomenclature";
import { productImagePng } from "../../sandbox/menus/product-image";
import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { pictureOf } from "../../src/domain/catalogue/picture";

const request: MenuRequest = {
  organizationIds: demoRestaurant.organizations.map(({ id }) => id),
  imageUrl: (article) => `http://sandbox/${article}.png`,
  revision: 7,
};
const products = demoRestaurant.categories.flatMap((category) => category.products);
const named = (name: string) => products.find((product) => product.name === name)!;

describe("menu writers", () => {
  it("produce the same products, sizes and prices in every format", () => {
    const expected = products.flatMap(({ id, sizes }) =>
      sizes.map((size) => [id, size.id, size.price]),
    );
    const v2 = externalMenuV2(demoRestaurant, request).itemCategories.flatMap(({ items }) => items);
    const standalone = menuV3Standalone(demoRestaurant, request).itemsGroups.flatMap(
      ({ items }) => items,
    );
    const flat = nomenclature(demoRestaurant, request).products.filter(
      ({ type }) => type !== "Modifier",
    );

    expect(
      v2.flatMap(({ itemId, itemSizes }) =>
        itemSizes.map((size) => [itemId, size.sizeId, size.prices[0]!.price]),
      ),
    ).toEqual(expected);
    expect(
      standalone.flatMap(({ productId, sizePrices }) =>
        sizePrices.map((size) => [productId, size.sizeId, size.price]),
      ),
    ).toEqual(expected);
    // The nomenclature has no null price: what is not sold is missing from the menu.
    expect(
      flat.flatMap(({ id, sizePrices }) =>
        sizePrices.map(({ sizeId, price }) => [
          id,
          sizeId,
          price.isIncludedInMenu ? price.currentPrice : null,
        ]),
      ),
    ).toEqual(expected);
    type Item = {
      id: string;
      itemSizes: { id: string | null; prices: { price: number | null }[] }[];
    };
    const v3 = externalMenuV3(demoRestaurant, request).itemGroups.flatMap(
      ({ items }) => items as Item[],
    );
    expect(
      v3.flatMap(({ id, itemSizes }) =>
        itemSizes.map((size) => [id, size.id, size.prices[0]!.price]),
      ),
    ).toEqual(expected);
  });

  it("read the current prices on every call", () => {
    const restaurant = structuredClone(demoRestaurant);
    const price = () =>
      externalMenuV2(restaurant, request).itemCategories[0]!.items[0]!.itemSizes[0]!.prices[0]!
        .price;
    expect(price()).toBe(430);
    restaurant.categories[0]!.products[0]!.sizes[0]!.price = 999;
    expect(price()).toBe(999);
  });

  it("append the size's code to the article where there are several sizes", () => {
    const items = externalMenuV2(demoRestaurant, request).itemCategories.flatMap(
      (category) => category.items,
    );
    const articles = (name: string) =>
      items.find((item) => item.name === name)!.itemSizes.map(({ sku }) => sku);
    expect(articles("Пицца из половинок")).toEqual(["00112-средняя", "00112-большая"]);
    expect(articles("Борщ из печи")).toEqual(["00301"]);
  });

  it("list combos among the items only in format 4, with components that add up to the price", () => {
    type Component = { items: { sizes: { prices: { price: number }[] }[] }[] };
    type Item = { type: string; groups?: Component[] };
    const items = (menu: { itemGroups: { items: object[] }[] }) =>
      menu.itemGroups.flatMap((group) => group.items as Item[]);
    expect(
      items(externalMenuV3(demoRestaurant, request)).filter(({ type }) => type === "COMBO"),
    ).toEqual([]);
    const [combo] = items(externalMenuV4(demoRestaurant, request)).filter(
      ({ type }) => type === "COMBO",
    );
    const cheapest = combo!.groups!.map((group) => group.items[0]!.sizes[0]!.prices[0]!.price);
    expect(cheapest.reduce((sum, price) => sum + price, 0)).toBe(650);
    expect(externalMenuV3(demoRestaurant, request).comboCategories[0]!.combos[0]).toMatchObject({
      price: 650,
    });
  });

  it("link to pictures only where there are any", () => {
    const links = new Map(
      nomenclature(demoRestaurant, request).products.map(({ id, imageLinks }) => [id, imageLinks]),
    );
    expect(links.get(named("Маргарита").id)).toEqual(["http://sandbox/00101.png"]);
    expect(links.get(named("Морс дня").id)).toEqual([]);
  });

  it("list each modifier once in the nomenclature, and not as a menu item", () => {
    const modifiers = nomenclature(demoRestaurant, request).products.filter(
      ({ type }) => type === "Modifier",
    );
    expect(new Set(modifiers.map(({ id }) => id)).size).toBe(modifiers.length);
    expect(
      modifiers.every(({ sizePrices }) => sizePrices.every(({ price }) => !price.isIncludedInMenu)),
    ).toBe(true);
  });

  it("send empty lists to a caller who already has the current nomenclature", () => {
    const empty = { groups: [], productCategories: [], products: [], sizes: [], revision: 7 };
    expect(nomenclature(demoRestaurant, { ...request, startRevision: 7 })).toEqual(empty);
    expect(
      nomenclature(demoRestaurant, { ...request, startRevision: 6 }).products.length,
    ).toBeGreaterThan(90);
  });
});

describe("product pictures", () => {
  it("are the same on every call and differ between dishes", () => {
    const margherita = productImagePng("Маргарита", "00101");
    expect(margherita.equals(productImagePng("Маргарита", "00101"))).toBe(true);
    expect(margherita.equals(productImagePng("Пепперони", "00102"))).toBe(false);
  });

  it("are PNGs, whatever the name of the dish", () => {
    expect(pictureOf(productImagePng('<script>alert("1")</script>', "1"))?.type).toBe("image/png");
  });
});
