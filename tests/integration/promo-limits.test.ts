import { randomUUID } from "node:crypto";

import { Observation } from "../../src/domain/orders/order-event";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { type PromotionTerms } from "../../src/domain/promotions/promotion-terms";
import { PosRejected, RefusalKind, type Refused } from "../../src/errors";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { aNewOrder } from "../support/a-new-order";
import { ADMIN } from "../support/branch-gateway";
import { PromoFixture } from "../support/promo-fixture";

describe("a promo code with limits", () => {
  let promo: PromoFixture;

  beforeAll(async () => {
    promo = await PromoFixture.start();
  });
  beforeEach(() => promo.renew());
  afterAll(() => promo.orders.stop());

  const phones = (index: number) => ({
    name: "Тест",
    phone: `+7999000${1000 + index}`,
    joinsLoyalty: false,
  });
  it.each<
    [
      string,
      Partial<PromotionTerms>,
      number,
      (index: number) => NewOrder["customer"] | undefined,
      string,
    ]
  >([
    ["uses there are", { usageLimit: 7 }, 7, phones, "PROMO_USAGE_EXCEEDED"],
    ["uses one code has", { usesPerCode: 1 }, 1, phones, "PROMO_USAGE_EXCEEDED"],
    ["guests there are", { oncePerCustomer: true }, 1, () => undefined, "PROMO_USAGE_EXCEEDED"],
    [
      "first orders there are",
      { firstOrderOnly: true },
      1,
      () => undefined,
      "PROMO_NOT_APPLICABLE",
    ],
  ])(
    "is used by no more of 50 simultaneous orders than %s",
    async (_name, rules, fits, customerOf, refusedAs) => {
      const code = promo.code();
      const terms = await promo.promotion(rules, code);
      const gateways = [promo.orders.useCases, await promo.orders.anotherGateway()];
      const all = await Promise.allSettled(
        Array.from({ length: 50 }, (_, index) => {
          const customer = customerOf(index);
          return promo.take([code], customer ? { customer } : {}, undefined, gateways[index % 2]);
        }),
      );
      const refused = all.flatMap((each) =>
        each.status === "rejected"
          ? [
              (each.reason as Refused<{ code: string }>).userErrors.map(
                (userError) => userError.code,
              ),
            ]
          : [],
      );
      expect(refused).toEqual(Array(50 - fits).fill([refusedAs]));
      expect(await promo.usesOf(terms)).toHaveLength(fits);
    },
  );

  it("of two first-order promotions is used by one of two simultaneous orders", async () => {
    const codes = [promo.code(), promo.code()];
    for (const code of codes) await promo.promotion({ firstOrderOnly: true }, code);
    const all = await Promise.allSettled(codes.map((code) => promo.take([code])));
    expect(all.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is used once by an order that is sent twice simultaneously", async () => {
    const code = promo.code();
    const terms = await promo.promotion({ usageLimit: 1 }, code);
    const input = aNewOrder(promo.branchId, { promoCodes: [code] });
    const again = { ...input, promoCodes: [code.toLowerCase()] };
    const taken = await Promise.all(
      [input, again, input, again].map((each) => promo.orders.useCases.createOrder.execute(each)),
    );
    expect(new Set(taken.map(({ order }) => order.id)).size).toBe(1);
    expect(await promo.usesOf(terms)).toHaveLength(1);
  });

  it("is released once when its order is cancelled, whether before it reaches the POS or there", async () => {
    const code = promo.code();
    const terms = await promo.promotion(
      { usageLimit: 1, oncePerCustomer: true, firstOrderOnly: true },
      code,
    );
    const unsent = (await promo.take([code])).order;
    expect(await promo.refusal([code])).toHaveLength(1);
    await promo.orders.useCases.cancelOrder.execute(ADMIN, {
      id: unsent.id,
      reason: "Передумал",
      idempotencyKey: null,
    });
    const sent = (await promo.take([code])).order;
    await promo.orders.pass();
    const update = promo.orders.pos.decide(sent.posOrderId, {
      status: OrderStatus.CANCELLED,
      rawStatus: "Cancelled",
    });
    const record = () =>
      promo.orders.useCases.recordPosUpdate.execute(update, {
        observedBy: Observation.POLL,
        confirmed: true,
      });
    await record();
    const returned = (await promo.usesOf(terms)).map(({ returnedAt }) => returnedAt);
    expect(returned).toEqual([expect.any(Date), expect.any(Date)]);
    await record();
    expect((await promo.usesOf(terms)).map(({ returnedAt }) => returnedAt)).toEqual(returned);
    await promo.take([code]);
    expect(
      (await promo.usesOf(terms)).filter(({ returnedAt }) => returnedAt === null),
    ).toHaveLength(1);
  });

  it("stays used when the staff have to enter its order by hand", async () => {
    const code = promo.code();
    const terms = await promo.promotion({}, code);
    promo.orders.pos.nextSubmissions.push(
      new PosRejected("No", { posCode: "InvalidPhone", kind: RefusalKind.FINAL }),
    );
    const { order } = await promo.take([code]);
    await promo.orders.pass();
    expect((await promo.orders.order(order.id)).injectionState).toBe("FALLBACK_SENT");
    expect(await promo.usesOf(terms)).toMatchObject([{ returnedAt: null }]);
  });

  it("that may be used once does not refuse a repeated call whose twin has just used it", async () => {
    const { orders } = promo;
    const code = promo.code();
    await promo.promotion({ usesPerCode: 1 }, code);
    const other = await orders.anotherGateway();
    const idempotencyKey = randomUUID();
    const once = (gateway = orders.useCases) =>
      promo.take([code], { idempotencyKey }, { kind: "anonymous" }, gateway);
    const { manager } = orders.db;
    const query = manager.query.bind(manager) as (...asked: unknown[]) => Promise<unknown>;
    let twin: string | undefined;
    // The twin is accepted right after this call has found no earlier order with its key.
    jest.spyOn(manager, "query").mockImplementationOnce(async (...asked) => {
      const found = await query(...asked);
      twin = (await once(other)).order.id;
      return found;
    });
    const { order, replayed } = await once();
    expect({ id: order.id, replayed }).toEqual({ id: twin, replayed: true });
  });
});
