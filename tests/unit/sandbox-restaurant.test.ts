import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { type ModifierGroup } from "../../sandbox/restaurant/model";
import { stableId } from "../../sandbox/restaurant/stable-id";

const { categories, organizations, terminalGroups, paymentTypes, discounts, stopList, guests } =
  demoRestaurant;
const visible = categories.filter(({ hidden }) => !hidden);
const products = categories.flatMap((category) => category.products);
const groups = products.flatMap(({ modifierGroups }) => modifierGroups);
const options = groups.flatMap(({ modifiers }) => modifiers);
const articles = products.map(({ article }) => article);
const combos = categories.flatMap((category) => category.combos);

describe("the demo restaurant's menu", () => {
  it("is attractive: a dozen sections and about a hundred products, with descriptions and pictures", () => {
    expect(visible.length).toBeGreaterThanOrEqual(9);
    expect(visible.flatMap((category) => category.products).length).toBeGreaterThanOrEqual(90);
    expect(products.filter(({ nutrition }) => nutrition).length).toBeGreaterThan(
      products.length * 0.9,
    );
    expect(products.filter(({ hasImage }) => hasImage).length).toBeGreaterThan(
      products.length * 0.9,
    );
    for (const { description } of visible.flatMap((category) => category.products))
      expect(description).not.toBe("");
  });

  it("has pizzas in three sizes with exactly one default", () => {
    const threeSized = products.filter(({ sizes }) => sizes.length === 3);
    expect(threeSized.length).toBeGreaterThanOrEqual(10);
    for (const { sizes } of threeSized)
      expect(sizes.filter(({ isDefault }) => isDefault)).toHaveLength(1);
  });

  it("gives every product, group and size exactly one identity", () => {
    expect(new Set(products.map(({ id }) => id)).size).toBe(products.length);
    const productIds = new Set(products.map(({ id }) => id));
    expect(options.filter(({ productId }) => productIds.has(productId))).toEqual([]);
    const names = new Map<string, string>();
    for (const { productId, name, price } of options) {
      const label = `${name} ${price}`;
      expect(names.get(productId) ?? label).toBe(label);
      names.set(productId, label);
    }
    const contents = (group: ModifierGroup) => JSON.stringify(group);
    const named = groups.filter(({ id }) => id !== null);
    expect(new Set(named.map(contents)).size).toBe(new Set(named.map(({ id }) => id)).size);
  });

  it("keeps the delivery fees hidden in a section of services", () => {
    const hidden = categories
      .filter((category) => category.hidden)
      .flatMap((category) => category.products);
    expect(hidden.map(({ type }) => type)).toEqual(["SERVICE", "SERVICE"]);
    expect(hidden.every((product) => product.hidden && product.sizes[0]!.price! > 0)).toBe(true);
  });

  it("has items that are free, items that are not sold, and items priced only by their options", () => {
    const onlyPrice = (price: number | null) =>
      products.filter(({ sizes: [size] }) => size!.price === price);
    expect(onlyPrice(null).map(({ name }) => name)).toContain("Меренговый рулет");
    const carriedByOptions = onlyPrice(0).filter(({ modifierGroups }) =>
      modifierGroups.some(
        ({ min, modifiers }) => min > 0 && modifiers.every(({ price }) => price > 0),
      ),
    );
    expect(carriedByOptions.map(({ name }) => name)).toEqual(["Собери свой вок", "Торт на заказ"]);
    expect(onlyPrice(0).length).toBe(carriedByOptions.length + 1);
    expect(
      products.some(({ sizes }) => sizes.length > 1 && sizes.some(({ price }) => price === null)),
    ).toBe(true);
  });

  it("has problematic articles", () => {
    const doubled = articles.filter((article, index) => articles.indexOf(article) !== index);
    expect(doubled).toEqual(["00407"]);
    expect(articles.filter((article) => article === "")).toHaveLength(1);
    expect(articles.filter((article) => /[^\d]/.test(article))).toEqual(["СУП-7"]);
    expect(articles.filter((article) => article.length === 16)).toHaveLength(1);
    expect(articles.filter((article) => article.startsWith("0")).length).toBeGreaterThan(50);
    const optionArticles = options.map(({ article }) => article);
    expect(optionArticles.filter((article) => articles.includes(article))).toEqual([]);
  });

  it("has two pizzas that can be combined as halves, in the same sizes with Cyrillic codes", () => {
    const compounds = products.filter(({ orderItemType }) => orderItemType === "Compound");
    expect(compounds).toHaveLength(2);
    for (const { sizes } of compounds)
      expect(sizes.map(({ code }) => code)).toEqual(["средняя", "большая"]);
    expect(new Set(compounds.flatMap(({ sizes }) => sizes.map(({ id }) => id))).size).toBe(2);
  });

  it("has markup and stray spaces in its texts, as real menus do", () => {
    expect(products.some(({ description }) => description.includes("&nbsp;"))).toBe(true);
    expect(products.some(({ description }) => description !== description.trim())).toBe(true);
    expect(products.some(({ name }) => name !== name.trim())).toBe(true);
  });

  it("has every kind of option group", () => {
    expect(groups.some(({ min }) => min > 0)).toBe(true);
    expect(groups.some(({ free }) => free > 0)).toBe(true);
    expect(groups.some(({ id }) => id === null)).toBe(true);
    expect(options.some(({ byDefault }) => byDefault > 0)).toBe(true);
    const inherited = groups.filter(({ childrenHaveOwnLimits }) => !childrenHaveOwnLimits);
    expect(
      inherited
        .flatMap(({ modifiers }) => modifiers)
        .every(({ min, max }) => min === 0 && max === 0),
    ).toBe(true);
    const own = groups.filter(
      ({ id, childrenHaveOwnLimits }) => id !== null && childrenHaveOwnLimits,
    );
    expect(own.flatMap(({ modifiers }) => modifiers).every(({ max }) => max > 0)).toBe(true);
    expect(own.length).toBeGreaterThan(0);
  });

  it("never requires more than its groups offer", () => {
    for (const { min, max, childrenHaveOwnLimits, modifiers } of groups) {
      const limit = childrenHaveOwnLimits
        ? modifiers.reduce((sum, modifier) => sum + modifier.max, 0)
        : max;
      const preselected = modifiers.reduce((sum, { byDefault }) => sum + byDefault, 0);
      expect(min).toBeLessThanOrEqual(limit);
      expect(preselected).toBeLessThanOrEqual(max);
    }
  });

  it("has a combo of dishes from its own menu, with one group as the main one", () => {
    expect(combos).toHaveLength(1);
    const [combo] = combos;
    expect(combo?.groups.filter(({ isMainGroup }) => isMainGroup)).toHaveLength(1);
    for (const { productId, sizeId } of combo?.groups.flatMap(({ choices }) => choices) ?? []) {
      const product = products.find(({ id }) => id === productId);
      expect(product?.sizes.find(({ id }) => id === sizeId)?.price).toBeGreaterThan(0);
    }
  });
});

describe("the rest of the demo restaurant", () => {
  it("is in two cities; the first has a live kitchen, a hidden one and a dead one", () => {
    expect(organizations.map(({ timeZone }) => timeZone)).toEqual([
      "Europe/Moscow",
      "Asia/Yekaterinburg",
    ]);
    const first = terminalGroups.filter(
      ({ organizationId }) => organizationId === organizations[0]!.id,
    );
    expect(first.map(({ hidden, alive }) => ({ hidden, alive }))).toEqual([
      { hidden: false, alive: true },
      { hidden: true, alive: true },
      { hidden: false, alive: false },
    ]);
  });

  it("accepts every kind of payment, and has payment types that must not be used", () => {
    const usable = paymentTypes.filter(
      (type) => !type.isDeleted && type.paymentProcessingType !== "Internal",
    );
    expect(usable.map(({ paymentTypeKind }) => paymentTypeKind)).toEqual([
      "Cash",
      "Card",
      "External",
      "IikoCard",
    ]);
    expect(paymentTypes.some(({ isDeleted }) => isDeleted)).toBe(true);
    expect(
      paymentTypes.some(({ paymentProcessingType }) => paymentProcessingType === "Internal"),
    ).toBe(true);
  });

  it("has the universal discount, a percentage discount and a deleted one", () => {
    expect(discounts.map(({ name, mode, isDeleted }) => [name, mode, isDeleted])).toEqual([
      ["Универсальная скидка для Result.Rest", "FlexibleSum", false],
      ["Самовывоз 10 %", "Percent", false],
      ["Промокод 200", "FixedSum", true],
    ]);
  });

  it("has something sold out, something nearly sold out, and an option that has run out", () => {
    expect(stopList.some(({ balance }) => balance === 0)).toBe(true);
    expect(stopList.some(({ balance, sizeId }) => balance > 0 && sizeId !== null)).toBe(true);
    expect(
      stopList.some(({ productId }) => options.some((option) => option.productId === productId)),
    ).toBe(true);
  });

  it("has three guests whose wallets are in no particular order", () => {
    expect(guests.map(({ wallets }) => wallets.map(({ name }) => name))).toEqual([
      ["Бонусы", "Депозит"],
      ["Депозит", "Подарок ко дню рождения", "Бонусы"],
      ["Бонусы"],
    ]);
    expect(new Set(guests.map(({ phone }) => phone)).size).toBe(3);
  });
});

describe("stableId", () => {
  it("derives the same version 4 UUID from the same name in every release", () => {
    expect(stableId("product", "Маргарита")).toBe("52046664-b314-447e-8c09-8515f78a392c");
    expect(demoRestaurant.categories[0]!.products[0]!.id).toBe(stableId("product", "Маргарита"));
    for (const { id } of products) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });
});
