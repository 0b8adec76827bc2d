import { ImportField } from "../../src/domain/catalogue/import-field";
import { aPosGroup, aPosItem, aPosOption, aPosSize } from "../support/a-pos-menu";
import { imported, plan } from "../support/plan-of";

const { NAME, PRICE, OPTIONS, SIZES } = ImportField;
const CHANGED = aPosItem({ name: "Маргарита", sizes: [aPosSize({ price: 50_000 })] });

describe("A locked field", () => {
  it("is named and skipped while the others are adopted", () => {
    const before = imported(aPosItem());
    const [change] = plan([CHANGED], { before: [before], locked: [NAME] });
    expect(change).toMatchObject({
      action: "UPDATE",
      target: { ...before, sizes: [{ ...before.sizes[0], price: 50_000 }] },
      fields: [
        { field: "price", before: "449.00", after: "500.00" },
        { field: "name", before: "Пицца «Маргарита»", after: "Маргарита", locked: true },
      ],
    });
    expect(change!.taken).not.toContain(NAME);
    expect(change!.taken).toContain(PRICE);
  });

  it("skips the whole product when nothing else differs", () => {
    const [change] = plan([CHANGED], { before: [imported(aPosItem())], locked: [NAME, PRICE] });
    expect(change).toMatchObject({ action: "SKIP_LOCKED", target: null, taken: [] });
    expect(change!.fields.map(({ field, locked }) => [field, locked])).toEqual([
      ["name", true],
      ["price", true],
    ]);
  });

  it("is not mentioned when both sides agree, or when it was not chosen", () => {
    const before = imported(aPosItem());
    expect(plan([aPosItem()], { before: [before], locked: [NAME] })[0]).toMatchObject({
      action: "UNCHANGED",
      fields: [],
    });
    expect(plan([CHANGED], { before: [before], locked: [NAME], fields: [SIZES] })[0]).toMatchObject(
      {
        action: "UNCHANGED",
        fields: [],
      },
    );
  });

  it("for prices also protects those of options, whatever else changes in their group", () => {
    const sauce = (name: string, price: number) =>
      aPosItem({ optionGroups: [aPosGroup({ options: [aPosOption({ name, price })] })] });
    const [change] = plan([sauce("Кетчуп острый", 4_000)], {
      before: [imported(sauce("Кетчуп", 3_000))],
      fields: [OPTIONS, PRICE],
      locked: [PRICE],
    });
    expect(change!.target!.optionGroups[0]!.options).toMatchObject([
      { name: "Кетчуп острый", price: 3_000 },
    ]);
    expect(change!.fields.map(({ after, locked }) => [after, locked])).toEqual([
      ["0–3: 00501 Кетчуп острый 30.00 (0–3)", undefined],
      ["0–3: 00501 Кетчуп острый 40.00 (0–3)", true],
    ]);
  });
});

describe("AVAILABILITY", () => {
  const { AVAILABILITY } = ImportField;
  const priced = (price: number | null, hidden = false) =>
    aPosItem({ hidden, sizes: [aPosSize({ price })] });

  it.each([
    ["stops the sale of what the POS hides", 44_900, priced(44_900, true), null],
    ["stops the sale of what has no price in the POS", 44_900, priced(null), null],
    ["takes no other price", 44_900, priced(60_000), 44_900],
    ["brings back on sale, at the POS's price, what is sold there", null, priced(60_000), 60_000],
  ])("%s", (_, ours, item, expected) => {
    const before = imported(priced(ours));
    const [change] = plan([item], { before: [before], fields: [AVAILABILITY] });
    expect((change!.target ?? before).sizes[0]!.price).toBe(expected);
  });

  it("when left out, keeps a hidden product on sale", () => {
    expect(
      plan([priced(44_900, true)], { before: [imported(priced(44_900))], fields: [PRICE] })[0]!
        .action,
    ).toBe("UNCHANGED");
  });
});
