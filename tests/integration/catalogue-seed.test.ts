import { aPosCategory, aPosItem } from "../support/a-pos-menu";
import { CatalogueFixture } from "../support/catalogue-fixture";

const COLA = aPosItem({ article: "00100", name: "Кола" });
const MENU = aPosCategory({ items: [aPosItem(), COLA] });

let fixture: CatalogueFixture;
beforeAll(async () => (fixture = await CatalogueFixture.start()));
afterAll(() => fixture.stop());

describe("Seeding a catalogue", () => {
  const categories = [
    MENU,
    aPosCategory({
      posId: "drinks",
      name: "Напитки",
      items: [COLA, aPosItem({ article: "7", hidden: true })],
    }),
    aPosCategory({
      posId: "fees",
      name: "Доставка",
      hidden: true,
      items: [aPosItem({ article: "10128" })],
    }),
    aPosCategory({
      posId: "odd",
      name: "Прочее",
      items: [aPosItem({ article: null }), aPosItem({ article: "9" })],
    }),
    aPosCategory({ posId: "empty", name: "Пусто", items: [] }),
  ];

  it("creates a section for each category that guests may see, with everything that can be imported", async () => {
    const branchId = await fixture.branch();
    await fixture.refresh(branchId, ...categories);
    await fixture.seedCatalogue.execute(branchId);
    const snapshot = await fixture.snapshots.get(branchId);
    expect(
      snapshot!.sections.map(({ name, products }) => [
        name,
        products.map(({ article }) => article),
      ]),
    ).toEqual([
      ["Пицца", ["00064", "00100"]],
      ["Напитки", []],
      ["Прочее", ["9"]],
    ]);
  });

  it("changes nothing the second time", async () => {
    const branchId = await fixture.branch();
    await fixture.refresh(branchId, ...categories);
    await fixture.seedCatalogue.execute(branchId);
    const before = await fixture.snapshots.get(branchId);
    await fixture.seedCatalogue.execute(branchId);
    expect(await fixture.snapshots.get(branchId)).toBe(before);
  });
});
