import { randomUUID } from "node:crypto";

import { type PosOrderStep } from "../../src/domain/orders/decide-status";
import { Observation } from "../../src/domain/orders/order-event";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { type PosOrderUpdate } from "../../src/ports/pos/pos-orders";
import { aNewOrder } from "../support/a-new-order";
import { aStatusUpdate } from "../support/a-pos-order-update";
import { OrderFixture } from "../support/order-fixture";

const { ACCEPTED, COOKING, READY, ON_THE_WAY, DELIVERED, CANCELLED } = OrderStatus;
const POLLED = { observedBy: Observation.POLL, confirmed: true };
const PUSHED = { observedBy: Observation.WEBHOOK, confirmed: false };

describe("the times that the restaurant recorded", () => {
  let fixture: OrderFixture;
  const organizationId = randomUUID();
  let branchId: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    branchId = await fixture.branch({}, organizationId);
  });

  afterAll(() => fixture.stop());

  async function inPos(): Promise<{ id: string; posOrderId: string }> {
    const { order } = await fixture.useCases.createOrder.execute(aNewOrder(branchId));
    await fixture.pass();
    return order;
  }

  /** A step this many seconds from now. */
  function step(status: OrderStatus, seconds: number): PosOrderStep {
    return {
      status,
      rawStatus: status,
      at: new Date(fixture.clock.now().getTime() + seconds * 1000),
    };
  }

  function told(
    posOrderId: string,
    status: OrderStatus,
    timestamp: number,
    ...steps: PosOrderStep[]
  ): PosOrderUpdate {
    return aStatusUpdate(organizationId, posOrderId, timestamp, status, { steps });
  }

  async function story(id: string): Promise<[string, Date][]> {
    const events = await fixture.history.after(id, 0, 1000);
    return events.flatMap(({ detail, at }) =>
      detail.kind === "STATUS" ? [[detail.to, at] as [string, Date]] : [],
    );
  }

  it("tell the whole story of an order of which there was no news", async () => {
    const { id, posOrderId } = await inPos();
    const steps = [
      step(ACCEPTED, 10),
      step(COOKING, 60),
      step(READY, 600),
      step(ON_THE_WAY, 700),
      step(DELIVERED, 900),
    ];
    await fixture.pass(1000);
    await fixture.useCases.recordPosUpdate.execute(
      told(posOrderId, DELIVERED, 9_000, ...steps),
      POLLED,
    );
    const [, ...heard] = await story(id);
    expect(heard).toEqual(steps.map(({ status, at }) => [status, at]));
    expect(await fixture.order(id)).toMatchObject({
      status: DELIVERED,
      statusChangedAt: steps.at(-1)?.at,
    });
    const events = await fixture.history.after(id, 0, 1000);
    expect(events.slice(-2).map(({ detail }) => detail)).toMatchObject([
      { to: ON_THE_WAY },
      { from: ON_THE_WAY },
    ]);
  });

  it("are reported once, whatever arrives late", async () => {
    const { id, posOrderId } = await inPos();
    const steps = [step(ACCEPTED, 10), step(COOKING, 60)];
    await fixture.pass(100);
    await fixture.useCases.recordPosUpdate.execute(
      told(posOrderId, COOKING, 9_000, ...steps),
      POLLED,
    );
    await fixture.useCases.recordPosUpdate.execute(told(posOrderId, ACCEPTED, 5_000), PUSHED);
    await fixture.useCases.recordPosUpdate.execute(
      told(posOrderId, COOKING, 9_000, ...steps),
      PUSHED,
    );
    await fixture.useCases.recordPosUpdate.execute(
      told(posOrderId, READY, 9_500, ...steps),
      POLLED,
    );
    expect(await fixture.statuses(id)).toEqual(["NEW", "ACCEPTED", "COOKING", "READY"]);
  });

  it("are limited to what is possible", async () => {
    const { id, posOrderId } = await inPos();
    const { createdAt } = await fixture.order(id);
    const update = told(posOrderId, COOKING, 9_000, step(ACCEPTED, -50_000), step(COOKING, 50_000));
    await fixture.pass(30);
    await fixture.useCases.recordPosUpdate.execute(update, POLLED);
    const [, ...heard] = await story(id);
    expect(heard).toEqual([
      [ACCEPTED, createdAt],
      [COOKING, fixture.clock.now()],
    ]);
  });

  it("show how far a cancelled order had come, and why it was cancelled", async () => {
    const { id, posOrderId } = await inPos();
    const update = told(posOrderId, CANCELLED, 9_000, step(ACCEPTED, 1), step(CANCELLED, 5));
    await fixture.pass(10);
    await fixture.useCases.recordPosUpdate.execute(
      { ...update, cancelReason: "Отказ гостя" },
      POLLED,
    );
    expect(await fixture.statuses(id)).toEqual(["NEW", "ACCEPTED", "CANCELLED"]);
    expect(await fixture.order(id)).toMatchObject({ cancelReason: "Отказ гостя" });
  });

  it("come from our clock when a step repeats, as the till only keeps the first", async () => {
    const { id, posOrderId } = await inPos();
    const cooking = step(COOKING, 10);
    await fixture.pass(20);
    await fixture.useCases.recordPosUpdate.execute(
      told(posOrderId, COOKING, 1_000, cooking),
      POLLED,
    );
    await fixture.useCases.recordPosUpdate.execute(told(posOrderId, READY, 2_000, cooking), POLLED);
    await fixture.pass(100);
    await fixture.useCases.recordPosUpdate.execute(
      told(posOrderId, COOKING, 3_000, cooking),
      POLLED,
    );
    expect((await story(id)).slice(1)).toEqual([
      [COOKING, cooking.at],
      [READY, expect.any(Date)],
      [COOKING, fixture.clock.now()],
    ]);
  });

  it("show a courier as known since the order was first seen with them", async () => {
    const { id, posOrderId } = await inPos();
    const courier = { name: "Курьер Т.", phone: null };
    const base = told(posOrderId, ON_THE_WAY, 60_000);
    await fixture.useCases.recordPosUpdate.execute({ ...base, courier }, POLLED);
    await fixture.useCases.recordPosUpdate.execute({ ...base, courier, timestamp: 90_000 }, POLLED);
    const stale = { ...base, timestamp: 50_000, courier: { name: "Прежний К.", phone: null } };
    await fixture.useCases.recordPosUpdate.execute(stale, PUSHED);
    expect((await fixture.order(id)).courier).toEqual({
      ...courier,
      updatedAt: new Date(60_000).toISOString(),
    });
  });
});
