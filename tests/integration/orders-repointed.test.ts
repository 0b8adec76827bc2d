import { randomUUID } from "node:crypto";

import { OrderStatus } from "../../src/domain/orders/order-status";
import { FormerConnection } from "../../src/entities/branches/former-connection";
import { PosOrder } from "../../src/entities/orders/pos-order";
import { PosRejected, RefusalKind } from "../../src/errors";
import { type PosCredential } from "../../src/ports/pos/pos-branch";
import { aNewOrder } from "../support/a-new-order";
import { ADMIN } from "../support/branch-gateway";
import { OrderFixture } from "../support/order-fixture";

const { COOKING, READY, CLOSED, CANCELLED } = OrderStatus;
const REFUSED = { posCode: "UNKNOWN", kind: RefusalKind.OPERATOR };

describe("an order whose branch is connected elsewhere while it is under way", () => {
  let fixture: OrderFixture;
  let branchId: string;
  const [here, elsewhere] = [randomUUID(), randomUUID()];

  beforeEach(async () => {
    fixture = await OrderFixture.start();
    branchId = await fixture.branch({ apiLogin: "first-key" }, here);
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await fixture.stop();
  });

  const connect = (change: object) =>
    fixture.saveSettings(branchId, { acceptOpenOrders: true, ...change });

  async function sent(): Promise<string> {
    const { order } = await fixture.useCases.createOrder.execute(aNewOrder(branchId));
    await fixture.pass();
    return order.id;
  }

  /**
   * "key organization" of each call of a method whose first arguments are the credential and the
   * organization.
   */
  function asked(method: "findOrders" | "cancelOrder" | "orderChanges"): string[] {
    const calls = jest.spyOn(fixture.pos, method).mock.calls as unknown as [
      PosCredential,
      unknown,
    ][];
    return calls.map(([key, place]) => `${"apiLogin" in key ? key.apiLogin : ""} ${String(place)}`);
  }

  const places = (orderId: string) =>
    fixture.db.manager.find(PosOrder, { where: { orderId }, order: { generation: "ASC" } });

  it("remembers the organization and the key that it was sent with", async () => {
    const id = await sent();
    const [place] = await places(id);
    expect(place).toMatchObject({ organizationId: here, keyId: expect.any(String) as string });
  });

  it("goes to the staff when the branch is no longer connected anywhere", async () => {
    fixture.pos.nextSubmissions.push(
      new PosRejected("Not now", { posCode: "Busy", kind: RefusalKind.RETRY }),
    );
    const id = await sent();
    await connect({ pos: "NONE" });
    await fixture.pass(60);
    const { injectionState, lastFault } = await fixture.order(id);
    expect(injectionState).toBe("FALLBACK_SENT");
    expect(lastFault?.code).toBe("BRANCH_NOT_CONNECTED");
  });

  it("is probed and polled where it was sent, with the key that it was sent with", async () => {
    fixture.pos.nextSubmissions.push("pending");
    const id = await sent();
    await connect({ organizationId: elsewhere, apiLogin: "second-key" });
    jest.spyOn(fixture.pos, "findOrders");
    fixture.pos.decide((await fixture.order(id)).posOrderId, { creation: "created" });
    await fixture.pass(2);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS", generation: 1 });
    expect(new Set(asked("findOrders"))).toEqual(new Set([`first-key ${here}`]));

    jest.spyOn(fixture.pos, "orderChanges");
    await fixture.periodicJobs.planFirst("plan-polls");
    await fixture.pass(21);
    fixture.pos.decide((await fixture.order(id)).posOrderId, { status: READY, rawStatus: "Ready" });
    await fixture.pass(21);
    expect(await fixture.order(id)).toMatchObject({ status: READY });
    expect(asked("orderChanges")).toContain(`first-key ${here}`);
  });

  it("is updated by the former organization's web hooks", async () => {
    const id = await sent();
    await connect({ organizationId: elsewhere });
    const update = fixture.pos.decide((await fixture.order(id)).posOrderId, {
      status: COOKING,
      rawStatus: "Cooking",
    });
    await fixture.hears({ organizationId: here, body: [update] });
    expect(await fixture.order(id)).toMatchObject({ status: COOKING });
    // What needs a probe is also probed there.
    const closed = {
      ...update,
      timestamp: update.timestamp + 1,
      status: CANCELLED,
      rawStatus: "Cancelled",
    };
    await fixture.useCases.recordWebhook.execute({ organizationId: here, body: [closed] });
    expect(await fixture.order(id)).toMatchObject({ status: CANCELLED });
  });

  it("is cancelled where it is", async () => {
    const id = await sent();
    await connect({ organizationId: elsewhere, apiLogin: "second-key" });
    jest.spyOn(fixture.pos, "cancelOrder");
    await fixture.useCases.cancelOrder.execute(ADMIN, {
      id,
      reason: "The guest called",
      idempotencyKey: null,
    });
    await fixture.pass(10);
    expect(asked("cancelOrder")).toEqual([`first-key ${here}`]);
    expect(await fixture.order(id)).toMatchObject({ status: CANCELLED });
  });

  it("is followed with the branch's new key if the POS refuses the one that it was sent with", async () => {
    fixture.pos.nextSubmissions.push("pending");
    const id = await sent();
    await connect({ apiLogin: "second-key" });
    const { posOrderId } = await fixture.order(id);
    fixture.pos.decide(posOrderId, { creation: "created", status: COOKING, rawStatus: "Cooking" });
    const findOrders = fixture.pos.findOrders.bind(fixture.pos);
    jest.spyOn(fixture.pos, "findOrders").mockImplementation((key, ...rest) => {
      if ((key as { apiLogin: string }).apiLogin !== "second-key")
        throw new PosRejected("The key is blocked", REFUSED);
      return findOrders(key, ...rest);
    });
    await fixture.pass(2);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS", status: COOKING });
  });

  it("keeps its former key for itself alone; once it is done, the key is purged", async () => {
    const id = await sent();
    await connect({ organizationId: elsewhere, apiLogin: "second-key" });
    fixture.clock.turnTo(new Date(fixture.clock.now().getTime() + 2 * 86_400_000));
    const kept = () => fixture.db.manager.find(FormerConnection);
    await fixture.useCases.purgeExpired.execute();
    expect(await kept()).toMatchObject([{ organizationId: here }]);
    expect(JSON.stringify(await kept())).not.toContain("first-key");
    await fixture.db.query("update orders set status = $2 where id = $1", [id, CLOSED]);
    await fixture.useCases.purgeExpired.execute();
    expect(await kept()).toEqual([]);
  });

  it("is found even if it was sent before anyone recorded where", async () => {
    const id = await sent();
    await fixture.db.query("update pos_orders set organization_id_in_pos = null, key_id = null");
    await connect({ organizationId: elsewhere, apiLogin: "second-key" });
    jest.spyOn(fixture.pos, "cancelOrder");
    await fixture.useCases.cancelOrder.execute(ADMIN, {
      id,
      reason: "The guest called",
      idempotencyKey: null,
    });
    await fixture.pass(10);
    expect(asked("cancelOrder")).toEqual([`first-key ${here}`]);
  });
});
