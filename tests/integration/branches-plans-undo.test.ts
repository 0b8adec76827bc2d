import { ImportField } from "../../src/domain/catalogue/import-field";
import { PlanGuardCode } from "../../src/domain/catalogue/plan";
import { BranchesPlanKind } from "../../src/entities/catalogue/branches-plan";
import { aPosCategory, aPosItem, aPosSize } from "../support/a-pos-menu";
import { BranchesPlanFixture } from "../support/branches-plan-fixture";
import { errorsOf } from "../support/catalogue-fixture";

let fixture: BranchesPlanFixture;
beforeAll(async () => (fixture = await BranchesPlanFixture.start()));
afterAll(() => fixture.stop());
afterEach(() => expect(fixture.unexpected).toEqual([]));

describe("Undoing a plan for many branches", () => {
  it("restores byte for byte what the plan changed", async () => {
    const branchIds = await fixture.branches(3);
    const before = await fixture.statesAt(branchIds);
    await fixture.reprice(branchIds, 11_000);
    const id = await fixture.plan(branchIds);
    await fixture.applyFirst(id, branchIds[0]!);
    await fixture.applyRest(id);
    expect(await fixture.statesAt(branchIds)).not.toEqual(before);
    await fixture.undo(id);
    expect(await fixture.statesOf(id)).toEqual(["UNDONE", "UNDONE", "UNDONE"]);
    expect(await fixture.statesAt(branchIds)).toEqual(before);
    await fixture.undo(id);
    expect(await fixture.statesAt(branchIds)).toEqual(before);
  });

  it("restores what a full import replaced, and removes what it created", async () => {
    const branchId = await fixture.branch();
    const before = await fixture.stateOf(branchId);
    const items = ["2", "3", "4"].map((article) =>
      aPosItem({
        article,
        posProductId: `pos-${article}`,
        name: `Новое имя ${article}`,
        sizes: [
          aPosSize({ posSizeId: "s", name: "Малая", price: 9_000, isDefault: false }),
          aPosSize({ posSizeId: "l", name: "Большая", price: 11_000 }),
        ],
      }),
    );
    await fixture.catalogue.refresh(branchId, aPosCategory({ items }));
    const id = await fixture.plan([branchId], {
      kind: BranchesPlanKind.IMPORT_SECTION,
      sectionName: "Сезонное",
      articles: ["2", "3", "4"],
      fields: Object.values(ImportField),
      maxChangePercent: 1_000,
    });
    await fixture.applyFirst(id, branchId, Object.values(PlanGuardCode));
    const snapshot = (await fixture.catalogue.snapshots.get(branchId))!;
    expect(snapshot.sections.map(({ name, products }) => [name, products.length])).toEqual([
      ["Пицца", 1],
      ["Сезонное", 3],
    ]);
    await fixture.undo(id);
    expect(await fixture.stateOf(branchId)).toEqual(before);
  });

  it("leaves alone a branch that has changed since, and names it", async () => {
    const branchIds = await fixture.branches(2);
    const before = await fixture.statesAt(branchIds);
    await fixture.reprice(branchIds, 11_000);
    const id = await fixture.plan(branchIds);
    await fixture.applyFirst(id, branchIds[0]!);
    await fixture.applyRest(id);
    await fixture.catalogue.createSection.execute({ branchId: branchIds[0]!, name: "Новое" });
    const changed = await fixture.stateOf(branchIds[0]!);
    await fixture.undo(id);
    expect(await fixture.statesOf(id)).toEqual(["CHANGED_SINCE", "UNDONE"]);
    expect(await fixture.statesAt(branchIds)).toEqual([changed, before[1]]);
  });

  it("ends a plan that is only half applied: the other half is never changed", async () => {
    const branchIds = await fixture.branches(2);
    const before = await fixture.statesAt(branchIds);
    await fixture.reprice(branchIds, 11_000);
    const id = await fixture.plan(branchIds);
    await fixture.applyFirst(id, branchIds[0]!);
    await fixture.undo(id);
    expect(await errorsOf(fixture.applyRest(id))).toMatchObject([{ code: "CONFLICT" }]);
    expect(await fixture.statesOf(id)).toEqual(["UNDONE", "PLANNED"]);
    expect(await fixture.statesAt(branchIds)).toEqual(before);
  });
});
