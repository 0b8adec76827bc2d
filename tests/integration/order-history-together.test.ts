import { FindOrder } from "../../src/services/orders/read/find-order";
import { trackingTokenOf } from "../../src/services/orders/read/tracking-token";
import { StatementLog } from "../support/catalogue-fixture";
import { noteOnOrder } from "../support/note-on-order";
import { OrderFixture } from "../support/order-fixture";

const ORDERS = 8;

describe("the followers of many orders", () => {
  const statements: string[] = [];
  let fixture: OrderFixture;
  let orderIds: string[];

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    orderIds = [];
    for (let count = 0; count < ORDERS; count += 1) {
      const orderId = await fixture.taken();
      await noteOnOrder(fixture.db, orderId, { count, feed: fixture.feed });
      orderIds.push(orderId);
    }
    Object.assign(fixture.db, { logger: new StatementLog(statements) });
  });

  afterAll(() => fixture.stop());
  beforeEach(() => statements.splice(0));

  it("read what is new with one statement, each from its own place and up to its own limit", async () => {
    const whole = await Promise.all(orderIds.map((id) => fixture.history.after(id, 0, 1_000)));
    expect(statements).toHaveLength(1);
    const parts = await Promise.all(
      orderIds.map((id, index) => fixture.history.after(id, index % 3, 1 + (index % 2))),
    );
    expect(statements).toHaveLength(2);
    expect(parts).toEqual(
      whole.map((events, index) => events.slice(index % 3, (index % 3) + 1 + (index % 2))),
    );
    for (const [index, events] of whole.entries()) {
      expect(new Set(events.map(({ orderId }) => orderId))).toEqual(new Set([orderIds[index]]));
      expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, place) => place + 1));
    }
    expect(new Set(whole.map(({ length }) => length)).size).toBe(ORDERS);
  });

  it("read different parts of the same order's history with one statement", async () => {
    const orderId = orderIds.at(-1) ?? "";
    const [all, later, none] = await Promise.all([
      fixture.history.after(orderId, 0, 1_000),
      fixture.history.after(orderId, 2, 3),
      fixture.history.after(orderId, 10_000, 10),
    ]);
    expect(statements).toHaveLength(1);
    expect(later).toEqual(all.slice(2, 5));
    expect(none).toEqual([]);
  });

  it("find the newest status of each order with one statement", async () => {
    const unknown = "00000000-0000-4000-8000-000000000000";
    const found = await Promise.all(
      [...orderIds, unknown].map((id) => fixture.history.latestStatus(id)),
    );
    expect(statements).toHaveLength(1);
    expect(found.map((event) => event?.orderId ?? null)).toEqual([...orderIds, null]);
    expect(found.slice(0, -1).map((event) => event?.detail.kind)).toEqual(
      orderIds.map(() => "STATUS"),
    );
  });

  it("find their orders by token with one statement, and nothing by a forged token", async () => {
    const findOrder = new FindOrder(fixture.db, fixture.secrets);
    const tokens = orderIds.map((id) => trackingTokenOf(fixture.secrets, id));
    const forged = `${tokens[0]?.slice(0, -2)}AA`;
    const found = await Promise.all(
      [...tokens, forged].map((token) => findOrder.byTrackingToken({ kind: "anonymous" }, token)),
    );
    expect(statements).toHaveLength(1);
    expect(found.map((order) => order?.id ?? null)).toEqual([...orderIds, null]);
  });
});
