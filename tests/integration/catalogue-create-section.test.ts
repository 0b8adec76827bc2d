import { randomUUID } from "node:crypto";

import { CatalogueFixture, errorsOf } from "../support/catalogue-fixture";

let fixture: CatalogueFixture;
beforeAll(async () => (fixture = await CatalogueFixture.start()));
afterAll(() => fixture.stop());

describe("Creating a section", () => {
  it("puts it last, or where requested", async () => {
    const branchId = await fixture.branch();
    for (const [name, position] of [
      ["А", undefined],
      ["Б", undefined],
      ["В", 0],
      ["Г", 99],
    ] as const) {
      await fixture.createSection.execute({ branchId, name, position: position ?? null });
    }
    const snapshot = await fixture.snapshots.get(branchId, 4);
    expect(snapshot!.sections.map(({ name, position }) => [name, position])).toEqual([
      ["В", 0],
      ["А", 1],
      ["Б", 2],
      ["Г", 3],
    ]);
  });

  it("gives each its own slug, even when they arrive simultaneously", async () => {
    const branchId = await fixture.branch();
    const created = await Promise.all(
      [1, 2, 3].map(() => fixture.createSection.execute({ branchId, name: "Горячие блюда" })),
    );
    const slugs = created.map(({ section }) => section.slug).sort();
    expect(slugs).toEqual(["goryachie-blyuda", "goryachie-blyuda-2", "goryachie-blyuda-3"]);
  });

  it.each([
    ["no name", { name: "  " }, [{ code: "REQUIRED", field: ["name"] }]],
    ["a name of 101 characters", { name: "я".repeat(101) }, [{ code: "INVALID", field: ["name"] }]],
    [
      "a negative position",
      { name: "А", position: -1 },
      [{ code: "INVALID", field: ["position"] }],
    ],
  ])("is refused with %s", async (_, input, userErrors) => {
    const branchId = await fixture.branch();
    expect(await errorsOf(fixture.createSection.execute({ branchId, ...input }))).toEqual(
      userErrors,
    );
  });

  it("accepts a name of 100 characters, including letters outside the basic plane", async () => {
    const branchId = await fixture.branch();
    await fixture.createSection.execute({ branchId, name: "🍕".repeat(100) });
  });

  it("is refused for a branch that does not exist", async () => {
    const refused = fixture.createSection.execute({ branchId: randomUUID(), name: "А" });
    expect(await errorsOf(refused)).toEqual([{ code: "NOT_FOUND", field: ["branchId"] }]);
  });
});
