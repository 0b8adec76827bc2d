import { randomUUID } from "node:crypto";

import { type Viewer } from "../../src/domain/access/viewer";
import { PlanGuardCode } from "../../src/domain/catalogue/plan";
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

describe("A plan that changes settings", () => {
  const change = {
    timeZone: "Asia/Omsk",
    delivery: { fee: 15_000 },
    injection: { sendWithinMinutes: 10 },
  };
  const settings: BranchesPlanRequest = { kind: BranchesPlanKind.CHANGE_SETTINGS, change };

  it("is applied and undone branch by branch, with an entry in each history", async () => {
    const branchIds = await fixture.branches(2);
    const before = await fixture.statesAt(branchIds);
    const id = await fixture.plan(branchIds, settings);
    await fixture.applyFirst(id, branchIds[0]!);
    await fixture.applyRest(id);
    expect(await fixture.statesOf(id)).toEqual(["APPLIED", "APPLIED"]);
    const changed = await fixture.db.query<{ delivery_fee: string }[]>(
      "select delivery_fee from branch_settings where branch_id = any ($1)",
      [branchIds],
    );
    expect(changed.map((row) => row.delivery_fee)).toEqual(["15000", "15000"]);
    await fixture.undo(id);
    expect(await fixture.statesAt(branchIds)).toEqual(before);
    const history = await fixture.db.query<object[]>(
      `select actor, field, before, after from settings_changes
       where branch_id = $1 and field = 'delivery.fee' order by id`,
      [branchIds[0]],
    );
    expect(history).toMatchObject([{ actor: "admin" }, { actor: "admin" }]);
    expect(history).toMatchObject([{ before: "0.00" }, { after: "0.00" }]);
  });

  it("leaves alone settings that someone has saved since", async () => {
    const [branchId] = (await fixture.branches(1)) as [string];
    const id = await fixture.plan([branchId], settings);
    await fixture.applyFirst(id, branchId);
    await fixture.saveBranchSettings.execute(ADMIN, branchId, 2, { name: "Другое имя" });
    const changed = await fixture.stateOf(branchId);
    await fixture.undo(id);
    expect(await fixture.statesOf(id)).toEqual(["CHANGED_SINCE"]);
    expect(await fixture.stateOf(branchId)).toEqual(changed);
  });

  it("is refused to operators, and for settings that are specific to each branch", async () => {
    const [branchId] = (await fixture.branches(1)) as [string];
    expect(await errorsOf(planned(operatorOf(branchId), [branchId], settings))).toMatchObject([
      { code: "FORBIDDEN" },
    ]);
    const own = { name: "Одно на всех", organizationId: randomUUID() };
    const request: BranchesPlanRequest = { kind: BranchesPlanKind.CHANGE_SETTINGS, change: own };
    expect(await errorsOf(planned(ADMIN, [branchId], request))).toEqual([
      { code: "INVALID", field: ["input", "settings", "name"] },
      { code: "INVALID", field: ["input", "settings", "organizationId"] },
    ]);
  });

  it("is refused immediately for a value that no branch could accept", async () => {
    const [branchId] = (await fixture.branches(1)) as [string];
    const change = { injection: { sendWithinMinutes: -1 } };
    const request: BranchesPlanRequest = { kind: BranchesPlanKind.CHANGE_SETTINGS, change };
    expect(await errorsOf(planned(ADMIN, [branchId], request))).toEqual([
      { code: "INVALID", field: ["input", "settings", "injection", "sendWithinMinutes"] },
    ]);
  });

  it("is stopped at each branch that cannot accept its value", async () => {
    const [branchId] = (await fixture.branches(1)) as [string];
    await fixture.db.query("update branches set currency_code = 'JPY' where id = $1", [branchId]);
    const id = await fixture.plan([branchId], {
      kind: BranchesPlanKind.CHANGE_SETTINGS,
      change: { delivery: { fee: 15_050 } },
    });
    expect(await fixture.statesOf(id)).toEqual(["STOPPED"]);
    const accept = Object.values(PlanGuardCode);
    expect(await errorsOf(fixture.applyFirst(id, branchId, accept))).toMatchObject([
      { code: "INVALID" },
    ]);
  });
});
