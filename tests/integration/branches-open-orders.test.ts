import { randomUUID } from "node:crypto";

import { type UserError } from "../../src/domain/errors/user-error";
import { PosKind } from "../../src/entities/branches/branch-settings";
import { Refused } from "../../src/errors";
import { type BranchSettingsChange } from "../../src/services/branches/settings/branch-settings-change";
import { aNewOrder } from "../support/a-new-order";
import { ADMIN } from "../support/branch-gateway";
import { OrderFixture } from "../support/order-fixture";

describe("saving a branch's settings while orders are under way", () => {
  let fixture: OrderFixture;
  let branchId: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
  });
  beforeEach(async () => {
    branchId = await fixture.branch({ terminalGroupId: randomUUID() });
  });
  afterAll(() => fixture.stop());

  const order = async () => (await fixture.useCases.createOrder.execute(aNewOrder(branchId))).order;

  async function errorsOf(change: BranchSettingsChange): Promise<readonly UserError[]> {
    try {
      await fixture.saveSettings(branchId, change);
      return [];
    } catch (error) {
      if (error instanceof Refused) return (error as Refused<UserError>).userErrors;
      throw error;
    }
  }

  it.each<[string, BranchSettingsChange]>([
    ["organizationId", { organizationId: randomUUID() }],
    ["terminalGroupId", { terminalGroupId: null }],
    ["apiLogin", { apiLogin: "another-key" }],
    ["apiKey", { apiKey: "another-key", appId: "an-app-id", clientSecret: "a-secret" }],
    ["pos", { pos: PosKind.NONE }],
  ])(
    "requires confirmation for another %s, and says how many orders there are",
    async (field, change) => {
      await order();
      await order();
      await fixture.pass();
      await order();
      const [userError, ...others] = await errorsOf(change);
      expect(others).toEqual([]);
      expect(userError).toMatchObject({ code: "ORDERS_UNDER_WAY", field: ["input", field] });
      expect(userError?.message.ru).toMatch(/: 3\b.*acceptOpenOrders: true/);
      expect(userError?.message.en).toMatch(/: 3\b.*acceptOpenOrders: true/);
      expect(await errorsOf({ ...change, acceptOpenOrders: true })).toEqual([]);
    },
  );

  it("names every field that would connect the branch differently", async () => {
    await order();
    const userErrors = await errorsOf({
      organizationId: randomUUID(),
      terminalGroupId: randomUUID(),
      apiLogin: "another-key",
    });
    expect(userErrors.map(({ field }) => field?.[1])).toEqual([
      "organizationId",
      "terminalGroupId",
      "apiLogin",
    ]);
  });

  it("requires none for anything else: the same key again, other pauses, another name", async () => {
    await order();
    expect(
      await errorsOf({
        apiLogin: "invented",
        name: "Кафе",
        injection: { acceptTimeoutSeconds: 20 },
      }),
    ).toEqual([]);
  });

  it("requires none once the orders are done, cancelled or entered by hand", async () => {
    const [done, cancelled, byHand] = [await order(), await order(), await order()];
    const cancel = { id: cancelled.id, reason: "The guest called", idempotencyKey: null };
    await fixture.useCases.cancelOrder.execute(ADMIN, cancel);
    await fixture.db.query("update orders set status = 'CLOSED' where id = $1", [done.id]);
    await fixture.db.query("update orders set injection_state = 'ENTERED_BY_HAND' where id = $1", [
      byHand.id,
    ]);
    expect(await errorsOf({ organizationId: randomUUID() })).toEqual([]);
  });

  it("reports other errors first", async () => {
    await order();
    const userErrors = await errorsOf({ organizationId: null });
    expect(userErrors).toMatchObject([{ code: "REQUIRED", field: ["input", "organizationId"] }]);
  });
});
