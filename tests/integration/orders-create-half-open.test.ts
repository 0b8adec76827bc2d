import { DatabaseUnavailable } from "../../src/errors";
import { LIMITS } from "../../src/postgres/limits";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { aNewOrder } from "../support/a-new-order";
import { OrderFixture } from "../support/order-fixture";
import { PostgresProxy } from "../support/postgres-proxy";

const THROUGH = /another-gateway/;
const LIMITS_OF_TEST = { ...LIMITS, answerMs: 1_500, idleInTransactionMs: 1_500 };

describe("an order that is taken while connections to the database are half-open", () => {
  let fixture: OrderFixture;
  let branchId: string;
  let proxy: PostgresProxy;
  let gateway: Awaited<ReturnType<OrderFixture["anotherGateway"]>>;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    branchId = await fixture.branch();
    proxy = await PostgresProxy.start(fixture.database.url);
    gateway = await fixture.anotherGateway(proxy.url, LIMITS_OF_TEST);
  });

  afterEach(() => proxy.restore());

  afterAll(async () => {
    await fixture.stop();
    await proxy.stop();
  });

  function take(inputs: readonly NewOrder[]) {
    return Promise.allSettled(inputs.map((input) => gateway.createOrder.execute(input)));
  }

  const newOrders = () => Array.from({ length: 8 }, () => aNewOrder(branchId));

  async function expectOneOrderEach(inputs: readonly NewOrder[]): Promise<void> {
    const keys = inputs.map(({ idempotencyKey }) => idempotencyKey);
    const rows = await fixture.db.query<unknown[]>(
      "select id from orders where idempotency_key = any ($1)",
      [keys],
    );
    expect(rows).toHaveLength(keys.length);
  }

  it("is taken once or refused for now, and the next one is taken", async () => {
    await Promise.all(newOrders().map((input) => gateway.createOrder.execute(input)));
    const inputs = newOrders();
    const during = take(inputs);
    expect(proxy.freeze(THROUGH)).toBeGreaterThan(0);
    for (const each of await during) {
      if (each.status === "rejected") expect(each.reason).toBeInstanceOf(DatabaseUnavailable);
    }
    expect((await take(inputs)).map(({ status }) => status)).toEqual(inputs.map(() => "fulfilled"));
    await expectOneOrderEach(inputs);
    await gateway.createOrder.execute(aNewOrder(branchId));
  });

  it("is the same order when its guest repeats it because the commit was not answered", async () => {
    const input = aNewOrder(branchId);
    proxy.freezeAfter(/COMMIT/);
    await expect(gateway.createOrder.execute(input)).rejects.toThrow(
      "did not say whether it has committed",
    );
    proxy.restore();
    expect((await gateway.createOrder.execute(input)).replayed).toBe(true);
    await expectOneOrderEach([input]);
  });
});
