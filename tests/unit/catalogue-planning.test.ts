import { ImportField } from "../../src/domain/catalogue/import-field";
import { ChangeAction } from "../../src/domain/catalogue/plan-change";
import { type PosMenuItem } from "../../src/domain/catalogue/pos-menu";
import { countChanges } from "../../src/services/catalogue/plans/plan-counts";
import { aPosGroup, aPosItem, aPosSize } from "../support/a-pos-menu";
import { imported, plan, SIZED, update } from "../support/plan-of";

const { NAME, DESCRIPTION, PRICE, IMAGES, OPTIONS, NUTRITION, WEIGHT, AVAILABILITY } = ImportField;
const ALL = Object.values(ImportField);
const NUTRITIOUS = {
  energyKcal: 245.5,
  proteins: 10,
  fats: null,
  carbohydrates: 30,
  weightGrams: 500,
  allergens: ["milk"],
};

describe("An import plan", () => {
  it("creates a product that the catalogue does not have", () => {
    const [change] = plan([aPosItem({ optionGroups: [aPosGroup()] })]);
    expect(change).toMatchObject({
      article: "00064",
      action: "CREATE",
      name: "Пицца «Маргарита»",
      reason: null,
    });
    expect(change!.fields).toEqual([
      { field: "section", before: null, after: "Пицца" },
      { field: "name", before: null, after: "Пицца «Маргарита»" },
      { field: "description", before: null, after: "Томаты, моцарелла" },
      { field: "images", before: null, after: "https://images.example/margarita.jpg" },
      { field: "posProductId", before: null, after: "pos-00064" },
      { field: "price", before: null, after: "449.00" },
      { field: "options.Соусы", before: null, after: "0–3: 00501 Кетчуп 30.00 (0–3)" },
    ]);
  });

  it.each([[DESCRIPTION], [IMAGES], [OPTIONS], [WEIGHT]])(
    "adopts name, sizes and price of a new product even when only %s is chosen",
    (field) => {
      const [change] = plan([aPosItem({ sizes: SIZED })], { fields: [field] });
      expect(change!.target).toMatchObject({
        name: "Пицца «Маргарита»",
        sizes: [
          { name: "Малая", price: 40_000, isDefault: false },
          { name: "Большая", price: 60_000, isDefault: true },
        ],
      });
    },
  );

  it("leaves fields that were not chosen out of a new product", () => {
    const item = aPosItem({ optionGroups: [aPosGroup()], nutrition: NUTRITIOUS });
    expect(plan([item], { fields: [NAME] })[0]!.target).toMatchObject({
      description: null,
      imageUrls: [],
      optionGroups: [],
      nutrition: null,
    });
  });

  it("finds nothing to do the second time", () => {
    const item = aPosItem({ sizes: SIZED, optionGroups: [aPosGroup()], nutrition: NUTRITIOUS });
    expect(update(item, item)).toMatchObject({
      action: ChangeAction.UNCHANGED,
      fields: [],
      target: null,
    });
  });

  it.each<[string, ImportField, Partial<PosMenuItem>, object]>([
    [
      "name",
      NAME,
      { name: "Маргарита" },
      { field: "name", before: "Пицца «Маргарита»", after: "Маргарита" },
    ],
    [
      "description",
      DESCRIPTION,
      { description: null },
      { field: "description", before: "Томаты, моцарелла", after: null },
    ],
    [
      "images",
      IMAGES,
      { imageUrls: [] },
      { field: "images", before: "https://images.example/margarita.jpg", after: null },
    ],
    [
      "price",
      PRICE,
      { sizes: [aPosSize({ price: 0 })] },
      { field: "price", before: "449.00", after: "0.00" },
    ],
    [
      "price",
      PRICE,
      { sizes: [aPosSize({ price: 50_000 })] },
      { field: "price", before: "449.00", after: "500.00" },
    ],
    [
      "availability",
      AVAILABILITY,
      { hidden: true },
      { field: "price", before: "449.00", after: null },
    ],
    [
      "nutrition",
      NUTRITION,
      { nutrition: NUTRITIOUS },
      {
        field: "nutrition",
        before: null,
        after: "energyKcal 245.5, proteins 10, carbohydrates 30, milk",
      },
    ],
    ["weight", WEIGHT, { nutrition: NUTRITIOUS }, { field: "weight", before: null, after: "500" }],
    [
      "options",
      OPTIONS,
      { optionGroups: [aPosGroup()] },
      { field: "options.Соусы", before: null, after: "0–3: 00501 Кетчуп 30.00 (0–3)" },
    ],
  ])("adopts a changed %s, and only when %s is chosen", (_, field, changed, difference) => {
    expect(update(aPosItem(), aPosItem(changed), [field])).toMatchObject({
      action: "UPDATE",
      fields: [difference],
    });
    const others = ALL.filter((other) => other !== field);
    expect(update(aPosItem(), aPosItem(changed), others).fields).not.toContainEqual(difference);
  });

  it("moves a product into the section it is imported into", () => {
    const [change] = plan([aPosItem()], { before: [imported(aPosItem())], sectionId: "hits" });
    expect(change).toMatchObject({
      action: "UPDATE",
      fields: [{ field: "section", before: "Пицца", after: "Хиты" }],
    });
  });

  it("always follows the POS's product id, whatever is chosen", () => {
    const change = update(aPosItem(), aPosItem({ posProductId: "pos-new" }), [DESCRIPTION]);
    expect(change.fields).toEqual([
      { field: "posProductId", before: "pos-00064", after: "pos-new" },
    ]);
  });

  it("counts a repeated article once", () => {
    expect(plan([aPosItem()], { articles: ["00064", "00064"] })).toHaveLength(1);
  });

  it("counts its changes and finds the largest price change", () => {
    const cheap = aPosItem({ article: "1" });
    const before = imported(cheap);
    const changes = plan(
      [aPosItem({ article: "1", sizes: [aPosSize({ price: 22_450 })] }), aPosItem()],
      {
        before: [before],
        articles: ["1", "00064", "404"],
      },
    );
    expect(countChanges(changes, new Map([["1", before]]))).toEqual({
      create: 1,
      update: 1,
      unchanged: 0,
      skipLocked: 0,
      remove: 0,
      blocked: 1,
      largestPriceChangePercent: "50",
    });
  });
});
