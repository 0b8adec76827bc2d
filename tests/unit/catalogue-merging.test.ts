import { ImportField } from "../../src/domain/catalogue/import-field";
import { aPosGroup, aPosItem, aPosOption, aPosSize } from "../support/a-pos-menu";
import { imported, plan, SIZED, update } from "../support/plan-of";

const { PRICE, SIZES, OPTIONS } = ImportField;

describe("Sizes", () => {
  it("keep their ids by the POS's size id, whatever order they come in", () => {
    const before = imported(aPosItem({ sizes: SIZED }));
    const after = aPosItem({
      sizes: [...SIZED].reverse().concat(aPosSize({ posSizeId: "xl", name: "Гигант" })),
    });
    const [change] = plan([after], { before: [before] });
    const [small, large] = before.sizes;
    expect(change!.target!.sizes.slice(0, 2).map(({ id }) => id)).toEqual([large!.id, small!.id]);
    expect(change!.fields).toEqual([
      { field: "sizes", before: "Малая, Большая*", after: "Большая*, Малая, Гигант" },
      { field: "price.Гигант", before: null, after: "449.00" },
    ]);
  });

  it("keep our prices when only SIZES is chosen", () => {
    const dearer = SIZED.map((size) => ({ ...size, name: `${size.name} пицца`, price: 99_900 }));
    const change = update(aPosItem({ sizes: SIZED }), aPosItem({ sizes: dearer }), [SIZES]);
    expect(change.target!.sizes.map(({ name, price }) => [name, price])).toEqual([
      ["Малая пицца", 40_000],
      ["Большая пицца", 60_000],
    ]);
  });

  it("go off sale when the POS hides or drops them and only PRICE is chosen", () => {
    const change = update(
      aPosItem({ sizes: SIZED }),
      aPosItem({ sizes: [{ ...SIZED[0]!, hidden: true }] }),
      [PRICE],
    );
    expect(change.target!.sizes.map(({ price }) => price)).toEqual([null, null]);
  });

  it("leave a single unsold one when the POS hides all of them", () => {
    const change = update(aPosItem(), aPosItem({ sizes: [aPosSize({ hidden: true })] }), [SIZES]);
    expect(change.target!.sizes).toMatchObject([{ posSizeId: null, price: null, isDefault: true }]);
  });
});

describe("Options", () => {
  const withOptions = (...options: ReturnType<typeof aPosOption>[]) =>
    aPosItem({ sizes: SIZED, optionGroups: [aPosGroup({ options })] });

  it("are kept without an article when theirs is not a number", () => {
    const { optionGroups } = imported(
      withOptions(aPosOption({ article: "соус-1" }), aPosOption({ posProductId: "b" })),
    );
    expect(optionGroups[0]!.options.map(({ article }) => article)).toEqual([null, "00501"]);
  });

  it("keep their ids by the POS's product id, and their group's by its POS id", () => {
    const before = imported(withOptions(aPosOption()));
    const renamed = aPosGroup({ name: "Соус", options: [aPosOption({ name: "Кетчуп острый" })] });
    const [change] = plan([aPosItem({ sizes: SIZED, optionGroups: [renamed] })], {
      before: [before],
    });
    const [group] = change!.target!.optionGroups;
    expect(group).toMatchObject({ id: before.optionGroups[0]!.id, name: "Соус" });
    expect(group!.options[0]).toMatchObject({
      id: before.optionGroups[0]!.options[0]!.id,
      name: "Кетчуп острый",
    });
  });

  it("keep their group by its name when the POS gives it no id", () => {
    const item = aPosItem({ optionGroups: [aPosGroup({ posGroupId: null })] });
    const before = imported(item);
    const [change] = plan([{ ...item, optionGroups: [aPosGroup({ posGroupId: null, max: 1 })] }], {
      before: [before],
    });
    expect(change!.target!.optionGroups[0]).toMatchObject({
      id: before.optionGroups[0]!.id,
      max: 1,
    });
  });

  it("report when their group is gone", () => {
    expect(update(withOptions(aPosOption()), aPosItem({ sizes: SIZED }), [OPTIONS]).fields).toEqual(
      [{ field: "options.Соусы", before: "0–3: 00501 Кетчуп 30.00 (0–3)", after: null }],
    );
  });

  it("adopt only new prices, also by size, when only PRICE is chosen", () => {
    const after = withOptions(
      aPosOption({ name: "Другое имя", price: 5_000, priceBySize: { l: 7_000 } }),
      aPosOption({ posProductId: "new" }),
    );
    const { target } = update(withOptions(aPosOption()), after, [PRICE]);
    const large = target!.sizes[1]!.id;
    expect(target!.optionGroups[0]!.options).toMatchObject([
      { name: "Кетчуп", price: 5_000, priceBySize: { [large]: 7_000 } },
    ]);
  });

  it("remember which sizes they are not sold with, and their free amounts", () => {
    const { sizes, optionGroups } = imported(
      withOptions(aPosOption({ priceBySize: { l: null }, freeAmount: 1 })),
    );
    const large = sizes.find((size) => size.posSizeId === "l")!.id;
    expect(optionGroups[0]!.options).toMatchObject([
      { priceBySize: { [large]: null }, freeAmount: 1 },
    ]);
  });

  it("are left out when they are not sold here, or when they are hidden and never required", () => {
    const { optionGroups } = imported(
      withOptions(
        aPosOption({ posProductId: "unsold", price: null }),
        aPosOption({ posProductId: "hidden", hidden: true }),
        aPosOption({ posProductId: "box", hidden: true, min: 1 }),
      ),
    );
    expect(optionGroups[0]!.options.map(({ posProductId }) => posProductId)).toEqual(["box"]);
  });
});
