import { OrderStatus } from "../../src/domain/orders/order-status";
import { RefusalKind } from "../../src/errors";
import { aNewOrder } from "../support/a-new-order";
import { type OrderFixture } from "../support/order-fixture";
import { WaitingWebHooks } from "../support/waiting-web-hooks";

const { ACCEPTED, COOKING, READY, CLOSED } = OrderStatus;
const STEPS = [ACCEPTED, COOKING, READY, CLOSED];

describe("web hooks that wait together", () => {
  let hooks: WaitingWebHooks;
  let fixture: OrderFixture;

  beforeAll(async () => {
    hooks = await WaitingWebHooks.start();
    ({ fixture } = hooks);
  });

  afterAll(() => hooks.stop());

  async function looks(): Promise<number> {
    const count = "select count(*)::int from jobs where key like 'confirm:%'";
    return (await fixture.db.query<[{ count: number }]>(count))[0].count;
  }

  it("are recorded in one transaction, each order's in order of arrival", async () => {
    const orders = await hooks.inPos(5);
    const steps = STEPS.flatMap((status, step) =>
      orders.map(({ posOrderId }) => hooks.told(posOrderId, 2_000 + step, status)),
    );
    const [first] = orders;
    await hooks.come(
      ...steps,
      hooks.told(first!.posOrderId, 2_000, ACCEPTED),
      hooks.told(first!.posOrderId, 2_001, COOKING),
    );
    expect(await fixture.useCases.processWebhookInbox.execute()).toBe(false);
    for (const { id } of orders) expect(await fixture.statuses(id)).toEqual(["NEW", ...STEPS]);
    const written = await fixture.db.query<{ order_id: string; sequence: number; xid: string }[]>(
      `select order_id, sequence, xid from order_events where order_id = any ($1) and detail ->> 'to' = any ($2)
       order by position`,
      [orders.map(({ id }) => id), STEPS],
    );
    expect(new Set(written.map(({ xid }) => xid)).size).toBe(1);
    for (const { id } of orders) {
      const sequences = written
        .filter((row) => row.order_id === id)
        .map(({ sequence }) => sequence);
      expect(sequences).toEqual([...sequences].sort((one, other) => one - other));
      expect((await fixture.order(id)).version).toBe(sequences.at(-1));
    }
    expect(await hooks.waiting()).toBe(0);
  });

  it("are announced once per order and branch", async () => {
    const [order] = await hooks.inPos(1);
    await hooks.come(
      ...STEPS.map((status, step) => hooks.told(order!.posOrderId, 2_000 + step, status)),
    );
    fixture.feed.announced.length = 0;
    await fixture.useCases.processWebhookInbox.execute();
    expect(fixture.feed.announced.sort()).toEqual([
      `branch:${hooks.branchId}`,
      `order:${order!.id}`,
    ]);
  });

  it("report that the POS has an order before they report what it does with it", async () => {
    const { order } = await fixture.useCases.createOrder.execute(aNewOrder(hooks.branchId));
    const [other] = await hooks.inPos(1);
    await hooks.come(
      hooks.told(other!.posOrderId, 2_000, ACCEPTED),
      hooks.told(order.posOrderId, 2_000, COOKING),
      hooks.told(order.posOrderId, 2_001, READY),
      hooks.told(order.posOrderId, 1_999, ACCEPTED),
    );
    await fixture.useCases.processWebhookInbox.execute();
    const events = await fixture.history.after(order.id, 0, 100);
    const heard = events
      .slice(-4)
      .map(({ detail }) => (detail.kind === "INJECTION" ? detail.state : detail));
    expect(heard).toMatchObject([
      "IN_POS",
      { to: COOKING },
      { to: READY },
      { to: ACCEPTED, lateBySeconds: 1 },
    ]);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
  });

  it("end the wait for many orders that the POS has, in one step", async () => {
    const placed = [];
    for (let each = 0; each < 4; each += 1) {
      placed.push((await fixture.useCases.createOrder.execute(aNewOrder(hooks.branchId))).order);
    }
    fixture.pos.nextSubmissions.push(...placed.map(() => "pending" as const));
    await Promise.all(
      placed.map(({ id: orderId }) => fixture.useCases.sendOrder.execute({ orderId })),
    );
    expect(await looks()).toBe(4);
    await hooks.come(
      ...placed.map(({ posOrderId }, index) =>
        hooks.told(posOrderId, 2_000, ACCEPTED, { posNumber: `${index}` }),
      ),
    );
    await fixture.useCases.processWebhookInbox.execute();
    expect(await looks()).toBe(0);
    for (const [index, { id }] of placed.entries()) {
      expect((await fixture.states(id)).slice(-2)).toEqual(["AWAITING_POS", "IN_POS"]);
      expect(await fixture.order(id)).toMatchObject({
        posNumber: `${index}`,
        pendingSince: null,
        status: ACCEPTED,
      });
    }
    const [arrivals] = await fixture.db.query<{ transactions: number }[]>(
      `select count(distinct xid)::int as transactions from order_events
       where order_id = any ($1) and detail ->> 'state' = 'IN_POS'`,
      [placed.map(({ id }) => id)],
    );
    expect(arrivals).toEqual({ transactions: 1 });
  });

  it("report first the failure that came first, then that the POS has the order after all", async () => {
    const { order } = await fixture.useCases.createOrder.execute(aNewOrder(hooks.branchId));
    fixture.pos.nextSubmissions.push("pending");
    await fixture.useCases.sendOrder.execute({ orderId: order.id });
    const failure = {
      code: "TerminalGroupDisabled",
      message: "The till is off",
      kind: RefusalKind.RETRY,
    };
    await hooks.come(
      hooks.told(order.posOrderId, 2_000, ACCEPTED, { creation: "failed", failure, status: null }),
      hooks.told(order.posOrderId, 2_001, ACCEPTED),
    );
    await fixture.useCases.processWebhookInbox.execute();
    expect((await fixture.states(order.id)).slice(-3)).toEqual([
      "AWAITING_POS",
      "RETRY_SCHEDULED",
      "IN_POS",
    ]);
  });
});
