import { mapNomenclature } from "../../src/adapters/iiko/menu/formats/map-menu-nomenclature";
import { type PosMenuItem } from "../../src/domain/catalogue/pos-menu";
import { aFolder, aModifier, aNomenclature, aProduct, pricedAt } from "../support/menu-bodies";

function itemsOf(products: readonly unknown[], overrides = {}): readonly PosMenuItem[] {
  return mapNomenclature(aNomenclature(products, overrides)).categories.flatMap(
    (category) => category.items,
  );
}

describe("the modifiers of a nomenclature", () => {
  const child = (id: string, overrides = {}) => ({
    id,
    minAmount: 0,
    maxAmount: 0,
    defaultAmount: null,
    ...overrides,
  });
  const groups = [
    aFolder(),
    aFolder({ id: "greens", name: "Зелень", isIncludedInMenu: false, isGroupModifier: true }),
  ];

  it("are kept, with prices, even though they are off the menu", () => {
    const childModifiers = [child("modifier", { defaultAmount: 1 })];
    const product = aProduct({
      groupModifiers: [
        { id: "greens", minAmount: 1, maxAmount: 1, required: true, childModifiers },
      ],
    });
    expect(itemsOf([product, aModifier()], { groups })[0]?.optionGroups).toEqual([
      {
        posGroupId: "greens",
        name: "Зелень",
        min: 1,
        max: 1,
        freeAmount: 0,
        options: [
          {
            posProductId: "modifier",
            article: "00200",
            name: "Укроп",
            price: 1000,
            priceBySize: {},
            min: 0,
            max: 1,
            byDefault: 1,
            freeAmount: 0,
            hidden: false,
          },
        ],
      },
    ]);
  });

  it("that are deleted or unknown are dropped", () => {
    const childModifiers = [child("modifier"), child("gone"), child("unknown")];
    const product = aProduct({
      groupModifiers: [{ id: "greens", minAmount: 0, maxAmount: 2, childModifiers }],
    });
    const [item] = itemsOf([product, aModifier(), aModifier({ id: "gone", isDeleted: true })], {
      groups,
    });
    expect(item?.optionGroups[0]?.options.map((option) => option.posProductId)).toEqual([
      "modifier",
    ]);
  });

  it("without a group become one group without an id, limited one by one", () => {
    const modifiers = [
      child("modifier", { maxAmount: 2 }),
      child("second", { required: true, maxAmount: 1 }),
    ];
    const [item] = itemsOf([aProduct({ modifiers }), aModifier(), aModifier({ id: "second" })]);
    expect(item?.optionGroups).toMatchObject([
      {
        posGroupId: null,
        name: "",
        min: 0,
        max: 3,
        options: [
          { min: 0, max: 2 },
          { min: 1, max: 1 },
        ],
      },
    ]);
  });

  it("cost what they cost for the product's size", () => {
    const sizePrices = [pricedAt(60, { sizeId: "s" }), pricedAt(90, { sizeId: "l" })];
    const modifier = aModifier({ sizePrices: [pricedAt(10), pricedAt(15, { sizeId: "l" })] });
    const [item] = itemsOf([aProduct({ sizePrices, modifiers: [child("modifier")] }), modifier]);
    expect(item?.optionGroups[0]?.options).toMatchObject([
      { price: 1000, priceBySize: { l: 1500 } },
    ]);
  });

  it("carry the price of a dish that itself costs 0", () => {
    const childModifiers = [child("modifier")];
    const cake = aProduct({
      sizePrices: [pricedAt(0)],
      groupModifiers: [{ id: "greens", minAmount: 1, maxAmount: 1, childModifiers }],
    });
    const [item] = itemsOf([cake, aModifier({ sizePrices: [pricedAt(1900)] })], { groups });
    expect([item?.sizes[0]?.price, item?.optionGroups[0]?.options[0]?.price]).toEqual([0, 190000]);
  });
});
