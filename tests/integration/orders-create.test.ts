import { randomUUID } from "node:crypto";

import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { orderOfTrackingToken } from "../../src/services/orders/read/tracking-token";
import { aMenuSnapshot, aProduct, aSize } from "../support/a-menu-snapshot";
import { aNewOrder, aWantedLine } from "../support/a-new-order";
import { errorsOf } from "../support/catalogue-fixture";
import { OrderFixture } from "../support/order-fixture";

const TABLES = ["orders", "order_lines", "order_events", "pos_orders", "jobs"];

describe("createOrder", () => {
  let fixture: OrderFixture;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
  });

  afterAll(() => fixture.stop());

  async function rowCounts(): Promise<number[]> {
    const counts = TABLES.map(async (table) => {
      const [row] = await fixture.db.query<{ count: number }[]>(
        `select count(*)::int as count from ${table}`,
      );
      return row?.count ?? 0;
    });
    return Promise.all(counts);
  }

  it("stores the order, its lines, its history and the job that sends it", async () => {
    const branchId = await fixture.branch();
    const { order, trackingToken, replayed } = await fixture.useCases.createOrder.execute(
      aNewOrder(branchId, { lines: [aWantedLine({ quantity: 2000 })] }),
    );
    expect(replayed).toBe(false);
    expect(orderOfTrackingToken(fixture.secrets, trackingToken)).toBe(order.id);
    expect(await fixture.order(order.id)).toMatchObject({
      subtotal: 78_000,
      total: 78_000,
      status: "NEW",
      injectionState: "QUEUED",
      version: 2,
      customerPhone: "+79990000009",
    });
    expect(await fixture.history.after(order.id, 0, 10)).toMatchObject([
      { sequence: 1, detail: { kind: "STATUS", to: "NEW" } },
      { sequence: 2, detail: { kind: "INJECTION", state: "QUEUED" } },
    ]);
    expect(fixture.pos.submitted).toEqual([]);
    await fixture.pass();
    expect(fixture.pos.submitted.map(({ posOrderId }) => posOrderId)).toEqual([order.posOrderId]);
  });

  it("creates one order from a hundred simultaneous equal calls, and gives all of them the same answer", async () => {
    const input = aNewOrder(await fixture.branch());
    const before = await rowCounts();
    const taken = await Promise.all(
      Array.from({ length: 100 }, () => fixture.useCases.createOrder.execute(input)),
    );

    expect(new Set(taken.map(({ order }) => order.id)).size).toBe(1);
    expect(new Set(taken.map(({ order }) => order.number)).size).toBe(1);
    expect(new Set(taken.map(({ trackingToken }) => trackingToken)).size).toBe(1);
    expect(taken.filter(({ replayed }) => !replayed)).toHaveLength(1);
    const added = (await rowCounts()).map((count, index) => count - (before[index] ?? 0));
    expect(added).toEqual([1, 1, 2, 1, 1]);
  });

  it("creates one order from a hundred equal calls to three gateways on one database", async () => {
    const input = aNewOrder(await fixture.branch());
    const others = await Promise.all([fixture.anotherGateway(), fixture.anotherGateway()]);
    const gateways = [fixture.useCases, ...others];
    const calls = Array.from({ length: 100 }, (_, index) =>
      gateways[index % 3]!.createOrder.execute(input),
    );
    const taken = await Promise.all(calls);
    expect(
      new Set(taken.map(({ order, trackingToken }) => `${order.id} ${trackingToken}`)).size,
    ).toBe(1);
    expect(taken.filter(({ replayed }) => !replayed)).toHaveLength(1);
  });

  it("recognises the same order when it is written differently", async () => {
    const input = aNewOrder(await fixture.branch());
    const first = await fixture.useCases.createOrder.execute(input);
    const { customer, ...rest } = input;
    const backwards = Object.fromEntries(Object.entries(rest).reverse()) as typeof rest;
    const again = {
      ...backwards,
      customer: { ...customer, phone: "8 (999) 000-00-09" },
      addedLater: null,
    };
    expect(await fixture.useCases.createOrder.execute(again)).toMatchObject({
      replayed: true,
      order: { id: first.order.id },
    });
  });

  it("keeps both halves of a dish, and sends them", async () => {
    const branchId = await fixture.branch();
    const half = (article: string, price: number) =>
      aProduct({
        article,
        name: `Пицца ${article}`,
        compound: true,
        sizes: [aSize({ posSizeId: "s", price })],
      });
    fixture.sells(aMenuSnapshot([half("71", 65_000), half("72", 85_001)], branchId));
    const lines = [
      aWantedLine({ article: "71", quantity: 2000, secondHalf: { article: "72", options: [] } }),
    ];
    const { order } = await fixture.useCases.createOrder.execute(aNewOrder(branchId, { lines }));
    expect(order.total).toBe(150_002);
    await fixture.pass();
    expect(fixture.pos.submitted.at(-1)?.lines).toMatchObject([
      {
        name: "½ Пицца 71 + ½ Пицца 72",
        halves: [{ posProductId: "pos-71" }, { posProductId: "pos-72" }],
      },
    ]);
  });

  it("gives a hundred different orders distinct numbers", async () => {
    const branchId = await fixture.branch();
    const taken = await Promise.all(
      Array.from({ length: 100 }, () => fixture.useCases.createOrder.execute(aNewOrder(branchId))),
    );
    expect(new Set(taken.map(({ order }) => order.number)).size).toBe(100);
  });

  it("returns the first order again when prices, menu and branch have changed since", async () => {
    const branchId = await fixture.branch();
    const input = aNewOrder(branchId, { expectedTotal: 39_000 });
    const first = await fixture.useCases.createOrder.execute(input);

    fixture.sells(
      aMenuSnapshot([aProduct({ article: "301", sizes: [aSize({ price: 99_000 })] })], branchId),
    );
    await fixture.db.query("update branches set accepting_delivery = false where id = $1", [
      branchId,
    ]);
    const again = await fixture.useCases.createOrder.execute(input);

    expect(again).toMatchObject({ replayed: true, trackingToken: first.trackingToken });
    expect(again.order).toMatchObject({ id: first.order.id, total: 39_000 });
  });

  it.each([
    ["another dish", { lines: [aWantedLine({ article: "64" })] }],
    ["another amount", { lines: [aWantedLine({ quantity: 2000 })] }],
    ["another guest", { customer: { name: "Другой", phone: "+79990000009", joinsLoyalty: false } }],
    ["another time", { wantedAt: new Date("2027-01-01T00:00:00Z") }],
    ["another comment", { comment: "позвонить" }],
  ])("refuses a used key with %s", async (_, changes) => {
    const input = aNewOrder(await fixture.branch());
    await fixture.useCases.createOrder.execute(input);
    const before = await rowCounts();
    expect(await errorsOf(fixture.useCases.createOrder.execute({ ...input, ...changes }))).toEqual([
      { code: "IDEMPOTENCY_KEY_REUSED", field: ["input", "idempotencyKey"] },
    ]);
    expect(await rowCounts()).toEqual(before);
  });

  it("refuses all but one of several different calls that race with one key", async () => {
    const branchId = await fixture.branch();
    const idempotencyKey = randomUUID();
    const calls = Array.from({ length: 20 }, (_, index) =>
      fixture.useCases.createOrder.execute(
        aNewOrder(branchId, { idempotencyKey, comment: `call ${index}` }),
      ),
    );
    const outcomes = await Promise.allSettled(calls);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(
      await fixture.db.query("select 1 from orders where idempotency_key = $1", [idempotencyKey]),
    ).toHaveLength(1);
  });

  it("accepts a pick-up without an address", async () => {
    const branchId = await fixture.branch();
    const input = aNewOrder(branchId, { fulfilment: Fulfilment.PICKUP, address: null });
    expect((await fixture.useCases.createOrder.execute(input)).order.address).toBeNull();
  });

  it("writes nothing at all when it refuses", async () => {
    const branchId = await fixture.branch();
    const before = await rowCounts();
    await errorsOf(fixture.useCases.createOrder.execute(aNewOrder(branchId, { lines: [] })));
    expect(await rowCounts()).toEqual(before);
  });

  it("accepts an order under a key that was refused before", async () => {
    const input = aNewOrder(await fixture.branch());
    await errorsOf(fixture.useCases.createOrder.execute({ ...input, lines: [] }));
    expect((await fixture.useCases.createOrder.execute(input)).replayed).toBe(false);
  });
});
