import { randomUUID } from "node:crypto";

import { Observation } from "../../src/domain/orders/order-event";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { RefusalKind } from "../../src/errors";
import { type PosOrderUpdate } from "../../src/ports/pos/pos-orders";
import { aNewOrder } from "../support/a-new-order";
import { aStatusUpdate } from "../support/a-pos-order-update";
import { OrderFixture } from "../support/order-fixture";

const { ACCEPTED, COOKING, READY, CANCELLED } = OrderStatus;
const PUSHED = { observedBy: Observation.WEBHOOK, confirmed: false };

describe("what the POS says about an order", () => {
  let fixture: OrderFixture;
  const organizationId = randomUUID();
  let branchId: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    branchId = await fixture.branch({}, organizationId);
  });

  afterAll(() => fixture.stop());

  /** An order that has been in the till since `timestamp` 1. */
  async function inPos(): Promise<{ id: string; posOrderId: string }> {
    const { order } = await fixture.useCases.createOrder.execute(aNewOrder(branchId));
    await fixture.pass();
    return order;
  }

  const told = aStatusUpdate.bind(undefined, organizationId);

  function hook(...body: PosOrderUpdate[]): Promise<void> {
    return fixture.hears({ organizationId, body });
  }

  it("is recorded and announced in the order in which it happened", async () => {
    const { id, posOrderId } = await inPos();
    const courier = { name: "Курьер", phone: "+79990000010" };
    await hook(
      told(posOrderId, 2_000, ACCEPTED),
      told(posOrderId, 3_000, COOKING, { courier, posNumber: "77" }),
    );
    expect(await fixture.statuses(id)).toEqual(["NEW", "ACCEPTED", "COOKING"]);
    expect(await fixture.order(id)).toMatchObject({
      status: COOKING,
      rawPosStatus: COOKING,
      courier: expect.objectContaining(courier) as object,
      posNumber: "77",
    });
    expect(
      fixture.feed.announced.filter((topic) => topic === `order:${id}`).length,
    ).toBeGreaterThanOrEqual(4);
  });

  it("is recorded once, however often it is reported", async () => {
    const { id, posOrderId } = await inPos();
    const update = told(posOrderId, 2_000, COOKING);
    await hook(update, update);
    await hook(update);
    await Promise.all(
      Array.from({ length: 10 }, () => fixture.useCases.recordPosUpdate.execute(update, PUSHED)),
    );
    expect(await fixture.statuses(id)).toEqual(["NEW", "COOKING"]);
    expect((await fixture.order(id)).version).toBe(
      (await fixture.history.after(id, 0, 100)).length,
    );
  });

  it("is recorded as late, and changes nothing, if it is older than what is known", async () => {
    const { id, posOrderId } = await inPos();
    await hook(
      told(posOrderId, 9_000, READY, { posNumber: "5" }),
      told(posOrderId, 4_500, COOKING, { posNumber: "4" }),
    );
    expect(await fixture.statuses(id)).toEqual(["NEW", "READY", "COOKING late"]);
    expect(await fixture.order(id)).toMatchObject({
      status: READY,
      posTimestamp: 9_000,
      posNumber: "5",
    });
    const [, , , , , late] = await fixture.history.after(id, 0, 100);
    expect(late?.detail).toMatchObject({ lateBySeconds: 5 });
  });

  it("is not news when it is repeated after the order has moved on", async () => {
    const { id, posOrderId } = await inPos();
    const cooking = told(posOrderId, 2_000, COOKING);
    await hook(cooking, told(posOrderId, 3_000, READY), cooking);
    await hook(told(posOrderId, 1_500, ACCEPTED), told(posOrderId, 1_500, ACCEPTED));
    expect(await fixture.statuses(id)).toEqual(["NEW", "COOKING", "READY", "ACCEPTED late"]);
  });

  it("may step back if it is newer", async () => {
    const { id, posOrderId } = await inPos();
    await hook(told(posOrderId, 2_000, READY), told(posOrderId, 3_000, COOKING));
    expect(await fixture.order(id)).toMatchObject({ status: COOKING });
  });

  it("does not restore a finished order unless the POS is asked and confirms it", async () => {
    const { id, posOrderId } = await inPos();
    await hook(told(posOrderId, 2_000, CANCELLED));
    fixture.pos.orders.set(posOrderId, told(posOrderId, 2_000, CANCELLED));
    await hook(told(posOrderId, 3_000, COOKING));
    expect(await fixture.order(id)).toMatchObject({ status: CANCELLED });

    fixture.pos.orders.set(posOrderId, told(posOrderId, 3_000, COOKING));
    await hook(told(posOrderId, 3_000, COOKING));
    expect(await fixture.order(id)).toMatchObject({ status: COOKING });
  });

  it("counts even if it is faster than the answer to the submission", async () => {
    const { order } = await fixture.useCases.createOrder.execute(aNewOrder(branchId));
    await fixture.useCases.recordPosUpdate.execute(told(order.posOrderId, 2_000, COOKING), PUSHED);
    expect(await fixture.order(order.id)).toMatchObject({
      injectionState: "IN_POS",
      status: COOKING,
    });
    await fixture.pass();
    expect(
      fixture.pos.submitted.filter(({ posOrderId }) => posOrderId === order.posOrderId),
    ).toEqual([]);
  });

  it("counts as one failure when a web hook and a probe report the same one", async () => {
    fixture.pos.nextSubmissions.push("pending");
    const { id, posOrderId } = await inPos();
    const failure = {
      code: "TerminalGroupDisabled",
      message: "The till is closed",
      kind: RefusalKind.RETRY,
    };
    const failed = fixture.pos.decide(posOrderId, { creation: "failed", failure });
    await Promise.all([hook(failed), hook(failed), hook(failed)]);
    expect(await fixture.order(id)).toMatchObject({
      failures: 1,
      generation: 2,
      injectionState: "RETRY_SCHEDULED",
    });
    await fixture.pass(60);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS", generation: 2 });
  });

  it("is ignored as a failure of an id that was given up, but believed as its late success", async () => {
    fixture.pos.nextSubmissions.push("pending");
    const { id, posOrderId: first } = await inPos();
    const failure = {
      code: "TerminalGroupDisabled",
      message: "The till is closed",
      kind: RefusalKind.RETRY,
    };
    await hook(fixture.pos.decide(first, { creation: "failed", failure }));
    await hook(fixture.pos.decide(first, { creation: "failed", failure }));
    expect(await fixture.order(id)).toMatchObject({ failures: 1, generation: 2 });

    await hook(fixture.pos.decide(first, { creation: "created", failure: null }));
    expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS", posOrderId: first });
  });

  it("has the meaning that the branch gives to the POS's words", async () => {
    const other = randomUUID();
    const statusMap = [{ posStatus: "CookingCompleted", status: OrderStatus.WAITING_FOR_COURIER }];
    const mapped = await fixture.branch({ statusMap }, other);
    const { order } = await fixture.useCases.createOrder.execute(aNewOrder(mapped));
    const more = { organizationId: other, rawStatus: "CookingCompleted" };
    await fixture.useCases.recordPosUpdate.execute(
      told(order.posOrderId, 2_000, READY, more),
      PUSHED,
    );
    expect(await fixture.order(order.id)).toMatchObject({ status: "WAITING_FOR_COURIER" });
  });

  it("means nothing when it comes from another organization", async () => {
    const { id, posOrderId } = await inPos();
    const foreign = randomUUID();
    await fixture.branch({}, foreign);
    const update = told(posOrderId, 2_000, CANCELLED);
    await fixture.hears({
      organizationId: foreign,
      body: [{ ...update, organizationId: foreign }],
    });
    await fixture.hears({ organizationId: foreign, body: [update] });
    expect(await fixture.statuses(id)).toEqual(["NEW"]);
  });

  it("is ignored for orders that are not ours, and for unknown organizations", async () => {
    const stranger = told(randomUUID(), 2_000, COOKING);
    expect(await fixture.useCases.recordPosUpdate.execute(stranger, PUSHED)).toBe("UNKNOWN_ORDER");
    await hook(stranger);
    await fixture.hears({ organizationId: randomUUID(), body: [stranger] });
  });

  it("does not affect the status if it is not understood", async () => {
    const { id, posOrderId } = await inPos();
    await hook(told(posOrderId, 2_000, COOKING, { status: null, rawStatus: "OnTheMoon" }));
    expect(await fixture.statuses(id)).toEqual(["NEW"]);
  });
});
