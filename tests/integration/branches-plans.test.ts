import { type Viewer } from "../../src/domain/access/viewer";
import { PlanGuardCode } from "../../src/domain/catalogue/plan";
import { ADMIN } from "../support/branch-gateway";
import { BranchesPlanFixture, PRICES } from "../support/branches-plan-fixture";
import { errorsOf } from "../support/catalogue-fixture";

let fixture: BranchesPlanFixture;
beforeAll(async () => (fixture = await BranchesPlanFixture.start()));
afterAll(() => fixture.stop());
afterEach(() => expect(fixture.unexpected).toEqual([]));

const DEARER = [11_000, 11_000, 11_000];
const AS_BEFORE = [10_000, 10_000, 10_000];

function planned(viewer: Viewer, branchIds: string[] | null, request = PRICES, key?: string) {
  return fixture.plans.planForBranches.execute(viewer, {
    branchIds,
    requests: [request],
    idempotencyKey: key,
  });
}

describe("A plan for many branches", () => {
  it("is computed by its job, and changes nothing before someone confirms it", async () => {
    const branchIds = await fixture.branches(3);
    await fixture.reprice(branchIds, 11_000);
    const before = await fixture.statesAt(branchIds);
    const id = await planned(ADMIN, branchIds);
    expect(await fixture.statesOf(id)).toEqual(["WAITING", "WAITING", "WAITING"]);
    await fixture.work(id);
    expect(await fixture.statesOf(id)).toEqual(["PLANNED", "PLANNED", "PLANNED"]);
    expect(await fixture.statesAt(branchIds)).toEqual(before);
  });

  it("stops only the branch with a bad price; the others proceed", async () => {
    const [first, bad, other, same] = (await fixture.branches(4)) as [
      string,
      string,
      string,
      string,
    ];
    await fixture.reprice([first, other], 11_000);
    await fixture.reprice([bad], 90_000);
    const id = await fixture.plan([first, bad, other, same]);
    expect(await fixture.statesOf(id)).toEqual(["PLANNED", "STOPPED", "PLANNED", "UNCHANGED"]);
    await fixture.applyFirst(id, first);
    await fixture.applyRest(id);
    expect(await fixture.statesOf(id)).toEqual(["APPLIED", "STOPPED", "APPLIED", "UNCHANGED"]);
    expect(await fixture.pricesAt(other)).toEqual(DEARER);
    expect(await fixture.pricesAt(bad)).toEqual(AS_BEFORE);
  });

  it("applies what a guard stops only to a branch that is named, with the guard accepted", async () => {
    const [bad] = (await fixture.branches(1)) as [string];
    await fixture.reprice([bad], 90_000);
    const id = await fixture.plan([bad]);
    const stopped = [{ code: "PRICE_CHANGE_TOO_LARGE", field: ["accept"] }];
    expect(await errorsOf(fixture.applyFirst(id, bad))).toEqual(stopped);
    expect(await errorsOf(fixture.applyFirst(id, bad, [PlanGuardCode.ZERO_PRICE]))).toEqual(
      stopped,
    );
    await fixture.applyFirst(id, bad, [PlanGuardCode.PRICE_CHANGE_TOO_LARGE]);
    expect(await fixture.pricesAt(bad)).toEqual([90_000, 90_000, 90_000]);
  });

  it("is applied to the rest only after one branch has it", async () => {
    const branchIds = await fixture.branches(2);
    await fixture.reprice(branchIds, 11_000);
    const id = await fixture.plan(branchIds);
    const refused = [{ code: "CONFLICT", field: ["first"] }];
    expect(await errorsOf(fixture.applyRest(id))).toEqual(refused);
    await fixture.applyFirst(id, branchIds[1]!);
    expect(await fixture.statesOf(id)).toEqual(["PLANNED", "APPLIED"]);
    expect(await fixture.pricesAt(branchIds[0]!)).toEqual(AS_BEFORE);
    await fixture.applyRest(id);
    expect(await fixture.statesOf(id)).toEqual(["APPLIED", "APPLIED"]);
  });

  it("changes each branch once, however often it is applied", async () => {
    const branchIds = await fixture.branches(2);
    await fixture.reprice(branchIds, 11_000);
    const id = await fixture.plan(branchIds);
    await Promise.all([1, 2, 3].map(() => fixture.applyFirst(id, branchIds[0]!)));
    await fixture.applyRest(id);
    await fixture.applyRest(id);
    await Promise.all([fixture.work(id), fixture.work(id)]);
    const rows = await fixture.db.query<{ catalogue_version: number }[]>(
      "select catalogue_version from branches where id = any ($1)",
      [branchIds],
    );
    // The section, the first import, and the plan.
    expect(rows.map((row) => row.catalogue_version)).toEqual([3, 3]);
  });

  it("leaves alone a branch that has changed since it was computed, and says so", async () => {
    const branchIds = await fixture.branches(3);
    await fixture.reprice(branchIds, 11_000);
    const id = await fixture.plan(branchIds);
    for (const branchId of branchIds.slice(1))
      await fixture.catalogue.createSection.execute({ branchId, name: "Новое" });
    expect(await errorsOf(fixture.applyFirst(id, branchIds[1]!))).toMatchObject([
      { code: "STALE_VERSION" },
    ]);
    await fixture.applyFirst(id, branchIds[0]!);
    await fixture.applyRest(id);
    expect(await fixture.statesOf(id)).toEqual(["APPLIED", "FAILED", "FAILED"]);
    expect(await fixture.pricesAt(branchIds[2]!)).toEqual(AS_BEFORE);
  });

  it("says that nothing can be planned for a branch whose POS menu was never read", async () => {
    const id = await fixture.plan([await fixture.catalogue.branch()]);
    expect(await fixture.statesOf(id)).toEqual(["FAILED"]);
  });

  it("cannot be applied after a day, nor in part by applyCataloguePlan", async () => {
    const branchIds = await fixture.branches(2);
    await fixture.reprice(branchIds, 11_000);
    const id = await fixture.plan(branchIds);
    const asked = { states: null, after: -1, limit: 2 };
    const [entry] = await fixture.plans.findBranchesPlan.entries(id, asked);
    const { applyPlan } = fixture.catalogue;
    expect(await errorsOf(applyPlan.execute(entry!.catalogPlanId!, "key"))).toMatchObject([
      { code: "CONFLICT" },
    ]);
    await fixture.db.query(
      "update branches_plans set expires_at = now() - interval '1 second' where id = $1",
      [id],
    );
    expect(await errorsOf(fixture.applyFirst(id, branchIds[0]!))).toMatchObject([
      { code: "STALE_VERSION" },
    ]);
  });
});

describe("The cost of a plan for many branches", () => {
  it("is as many statements for 40 branches as for 4", async () => {
    const branchIds = await fixture.branches(40);
    await fixture.reprice(branchIds, 11_000);
    const costs: number[] = [];
    for (const count of [4, 40]) {
      const id = await planned(ADMIN, branchIds.slice(0, count));
      costs.push(await fixture.catalogue.countStatements(() => fixture.work(id)));
      expect(await fixture.statesOf(id)).toEqual(Array.from({ length: count }, () => "PLANNED"));
    }
    expect(costs[1]).toBeLessThanOrEqual(costs[0]!);
    expect(costs[0]).toBeLessThan(30);
  });

  it("includes no request to the POS: menus are as they were last read", async () => {
    const branchIds = await fixture.branches(2);
    const [id, asked] = [await planned(ADMIN, branchIds), fixture.catalogue.pos.menuCalls];
    await fixture.work(id);
    expect(fixture.catalogue.pos.menuCalls).toBe(asked);
  });
});
