import { randomUUID } from "node:crypto";

import { InjectionAttempt } from "../../src/entities/orders/injection-attempt";
import { PosOrder } from "../../src/entities/orders/pos-order";
import { PosRejected, PosUnavailable, RefusalKind } from "../../src/errors";
import { type PosCredential } from "../../src/ports/pos/pos-branch";
import { aNewOrder } from "../support/a-new-order";
import { ADMIN } from "../support/branch-gateway";
import { OrderFixture } from "../support/order-fixture";

const REFUSED = { posCode: "UNKNOWN", kind: RefusalKind.OPERATOR };

describe("an order that may not be in the POS when its branch is connected elsewhere", () => {
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
  const organizationsOf = (posOrderIds: string[]) =>
    posOrderIds.map((id) => fixture.pos.orders.get(id)?.organizationId);

  it("is adopted from its former organization when the answer was lost, and never sent a second time", async () => {
    fixture.pos.nextSubmissions.push("lost");
    fixture.pos.nextLooks.push(new PosUnavailable("no answer"), new PosUnavailable("no answer"));
    const id = await sent();
    await connect({ organizationId: elsewhere });
    await fixture.pass(20);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS", generation: 1 });
    expect(fixture.pos.submitted).toHaveLength(1);
  });

  it("goes to the new organization, under another id, once the former one says that it does not have it", async () => {
    fixture.pos.nextSubmissions.push(new PosUnavailable("socket hang up"));
    const id = await sent();
    const { posOrderId: first } = await fixture.order(id);
    await connect({ organizationId: elsewhere });
    jest.spyOn(fixture.pos, "findOrders");
    await fixture.pass(20);
    const { posOrderId: second, injectionState } = await fixture.order(id);
    expect(injectionState).toBe("IN_POS");
    expect(second).not.toBe(first);
    expect(organizationsOf([first, second])).toEqual([undefined, elsewhere]);
    expect(new Set(asked("findOrders"))).toEqual(new Set([`first-key ${here}`]));
    expect(await places(id)).toMatchObject([
      { organizationId: here },
      { organizationId: elsewhere },
    ]);
    const attempts = await fixture.db.manager.find(InjectionAttempt, {
      where: { orderId: id },
      order: { number: "ASC" },
    });
    expect(attempts.map(({ generation }) => generation)).toEqual([1, 2]);
  });

  it("is not sent on while the former organization does not say whether it has it", async () => {
    fixture.pos.nextSubmissions.push(new PosUnavailable("socket hang up"));
    const id = await sent();
    await connect({ organizationId: elsewhere });
    jest
      .spyOn(fixture.pos, "findOrders")
      .mockRejectedValue(new PosRejected("The key is blocked", REFUSED));
    await fixture.pass(120);
    expect(fixture.pos.submitted).toHaveLength(1);
    expect(await fixture.order(id)).toMatchObject({
      injectionState: "FALLBACK_SENT",
      lastFault: { mayExist: true },
    });
  });

  it("goes to the new organization immediately if the former one refused it", async () => {
    fixture.pos.nextSubmissions.push(new PosRejected("The key does not see it", REFUSED));
    const id = await sent();
    expect(await fixture.order(id)).toMatchObject({ injectionState: "FALLBACK_SENT" });
    await connect({ organizationId: elsewhere });
    jest
      .spyOn(fixture.pos, "findOrders")
      .mockRejectedValue(new PosRejected("The key does not see it", REFUSED));
    await fixture.useCases.retryOrder.execute(ADMIN, { id, force: false, idempotencyKey: null });
    await fixture.pass(1);
    const { posOrderId, injectionState } = await fixture.order(id);
    expect([injectionState, ...organizationsOf([posOrderId])]).toEqual(["IN_POS", elsewhere]);
  });

  it("goes to the new organization if it had not been sent yet", async () => {
    const { order } = await fixture.useCases.createOrder.execute(aNewOrder(branchId));
    await connect({ organizationId: elsewhere });
    await fixture.pass();
    expect(organizationsOf([order.posOrderId])).toEqual([elsewhere]);
  });
});
