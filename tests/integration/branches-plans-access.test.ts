import { randomUUID } from "node:crypto";

import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { BranchesPlanKind } from "../../src/entities/catalogue/branches-plan";
import { type BranchesPlanRequest } from "../../src/services/catalogue/branches-plans/branches-plan-request";
import { ADMIN, operatorOf } from "../support/branch-gateway";
import { BranchesPlanFixture, PRICES } from "../support/branches-plan-fixture";
import { errorsOf } from "../support/catalogue-fixture";

let fixture: BranchesPlanFixture;
beforeAll(async () => (fixture = await BranchesPlanFixture.start()));
afterAll(() => fixture.stop());
afterEach(() => expect(fixture.unexpected).toEqual([]));

function planned(viewer: Viewer, branchIds: string[] | null, request = PRICES, key?: string) {
  return fixture.plans.planForBranches.execute(viewer, {
    branchIds,
    requests: [request],
    idempotencyKey: key,
  });
}

describe("A caller who plans for branches", () => {
  it("may name only its own branches: another is treated as nonexistent", async () => {
    const [own, foreign] = (await fixture.branches(2)) as [string, string];
    const refused = [{ code: "NOT_FOUND", field: ["input", "branchIds"] }];
    const viewer = operatorOf(own);
    expect(await errorsOf(planned(viewer, [own, foreign]))).toEqual(refused);
    expect(await errorsOf(planned(viewer, [own, randomUUID()]))).toEqual(refused);
    expect(await errorsOf(planned(ADMIN, [own, randomUUID()]))).toEqual(refused);
    expect(await errorsOf(planned(ADMIN, []))).toMatchObject([{ code: "REQUIRED" }]);
  });

  it("means all of its own branches when it names none", async () => {
    const [one, other] = (await fixture.branches(2)) as [string, string];
    const id = await planned(operatorOf(other, one), null);
    const asked = { states: null, after: -1, limit: 10 };
    const entries = await fixture.plans.findBranchesPlan.entries(id, asked);
    expect(entries.map(({ branchId }) => branchId)).toEqual([one, other]);
  });

  it("sees, applies and undoes a plan only when it operates all of the plan's branches", async () => {
    const [own, foreign] = (await fixture.branches(2)) as [string, string];
    await fixture.reprice([own, foreign], 11_000);
    const id = await fixture.plan([own, foreign]);
    const { findBranchesPlan, applyBranchesPlan, undoBranchesPlan } = fixture.plans;
    const viewer = operatorOf(own);
    const yes = { first: own, accept: [] };
    expect(await findBranchesPlan.execute(viewer, id)).toBeNull();
    expect((await findBranchesPlan.list(viewer, 0, 10)).map((plan) => plan.id)).not.toContain(id);
    expect(await errorsOf(applyBranchesPlan.execute(viewer, id, yes))).toMatchObject([
      { code: "NOT_FOUND" },
    ]);
    expect(await errorsOf(undoBranchesPlan.execute(viewer, id))).toMatchObject([
      { code: "NOT_FOUND" },
    ]);
    expect(await findBranchesPlan.execute(operatorOf(own, foreign), id)).toMatchObject({ id });
  });

  it("makes one plan per idempotency key, and none with a key used for a different plan", async () => {
    const [branchId] = (await fixture.branches(1)) as [string];
    const id = await planned(ADMIN, [branchId], PRICES, "again");
    expect(await planned(ADMIN, [branchId], PRICES, "again")).toBe(id);
    expect(await planned({ ...ADMIN, keyId: "2" } as Viewer, [branchId], PRICES, "again")).not.toBe(
      id,
    );
    const other: BranchesPlanRequest = { kind: BranchesPlanKind.SYNC_PRICES, articles: ["1"] };
    expect(await errorsOf(planned(ADMIN, [branchId], other, "again"))).toMatchObject([
      { code: "IDEMPOTENCY_KEY_REUSED" },
    ]);
  });
});

describe("An operator of the branches", () => {
  const operator = (...branchIds: string[]): Viewer => {
    return { kind: "key", keyId: "7", label: "Ольга", scope: Scope.OPERATOR, branchIds };
  };

  it("plans, applies and undoes prices without being an administrator", async () => {
    const branchIds = await fixture.branches(2);
    await fixture.reprice(branchIds, 11_000);
    const viewer = operator(...branchIds);
    const id = await fixture.plan(branchIds, PRICES, viewer);
    const { applyBranchesPlan, undoBranchesPlan } = fixture.plans;
    await applyBranchesPlan.execute(viewer, id, { first: branchIds[0]!, accept: [] });
    await applyBranchesPlan.execute(viewer, id, { first: null, accept: [] });
    await fixture.work(id);
    expect(await fixture.statesOf(id)).toEqual(["APPLIED", "APPLIED"]);
    await undoBranchesPlan.execute(viewer, id);
    await fixture.work(id);
    expect(await fixture.statesOf(id)).toEqual(["UNDONE", "UNDONE"]);
  });
});
