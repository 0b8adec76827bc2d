import { randomUUID } from "node:crypto";

import { type Viewer } from "../../src/domain/access/viewer";
import { Observation } from "../../src/domain/orders/order-event";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { BonusReservation } from "../../src/entities/loyalty/bonus-reservation";
import { PosRejected, PosUnavailable, RefusalKind, type Refused } from "../../src/errors";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { aNewOrder, aWantedLine } from "../support/a-new-order";
import { ADMIN, operatorOf } from "../support/branch-gateway";
import { errorsOf } from "../support/catalogue-fixture";
import { OrderFixture } from "../support/order-fixture";

const PHONE = "+79990000009";
const GUEST: Viewer = { kind: "customer", phone: PHONE, expiresAt: null };
const BONUS = randomUUID();
const DISCOUNT = randomUUID();
const SETTINGS = {
  bonusPaymentTypeId: BONUS,
  bonusWriteOffLimitPercent: 50,
  universalDiscountId: DISCOUNT,
};

describe("points", () => {
  let fixture: OrderFixture;
  let branchId: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
  });
  beforeEach(async () => {
    branchId = await fixture.branch({ ...SETTINGS, injection: { retryDelaysSeconds: [] } });
    await fixture.db.query("delete from bonus_reservations");
    fixture.pos.loyalty.has(PHONE, 50_000);
    fixture.pos.failure = undefined;
    // What the previous test left unsent.
    await fixture.pass();
    fixture.pos.knownDiscounts = [
      { posId: DISCOUNT, name: "Универсальная", kind: "FlexibleSum", takesSum: true },
    ];
  });
  afterAll(() => fixture.stop());

  const threeSoups = { lines: [aWantedLine({ quantity: 3000 })] };
  const take = (overrides: Partial<NewOrder>, viewer: Viewer = GUEST, gateway = fixture.useCases) =>
    gateway.createOrder.execute(aNewOrder(branchId, { ...threeSoups, ...overrides }), [], viewer);
  const refusal = async (overrides: Partial<NewOrder>, viewer: Viewer = GUEST) =>
    (await errorsOf(take(overrides, viewer))).map(
      ({ code, field }) => `${code} ${field?.join(".") ?? ""}`,
    );
  const reservation = (orderId: string) =>
    fixture.db.manager.findOneByOrFail(BonusReservation, { orderId });
  const counted = async (table: string) =>
    (await fixture.db.query<{ count: number }[]>(`select count(*)::int as count from ${table}`))[0]!
      .count;

  it("pay for part of an order, and reach the POS as a payment by the guest's phone", async () => {
    const { order } = await take({ bonusToSpend: 50_000 });
    expect(order).toMatchObject({ subtotal: 117_000, bonusSpent: 50_000, total: 67_000 });
    expect(await reservation(order.id)).toMatchObject({
      state: "HELD",
      amount: 50_000,
      phone: PHONE,
    });
    await fixture.pass();
    const { payments, total } = fixture.pos.submitted.at(-1)!;
    expect(payments[0]).toEqual({
      method: "BONUS",
      posPaymentTypeId: BONUS,
      sum: 50_000,
      processedExternally: false,
    });
    expect(total).toBe(117_000);
  });

  it("pay at most the branch's share, calculated after discounts", async () => {
    expect(await refusal({ bonusToSpend: 58_501 })).toEqual([
      "LOYALTY_LIMIT_EXCEEDED input.bonusToSpend",
    ]);
    const discounts = [{ name: "День рождения", amount: 37_000 }];
    expect(await refusal({ bonusToSpend: 40_001, discounts }, ADMIN)).toEqual([
      "LOYALTY_LIMIT_EXCEEDED input.bonusToSpend",
    ]);
    expect((await take({ bonusToSpend: 40_000, discounts }, ADMIN)).order.total).toBe(40_000);
  });

  it("are spent by the guest signed in with the order's phone, and by operators of a branch that knows them", async () => {
    const stranger: Viewer = { kind: "customer", phone: "+79990000008", expiresAt: null };
    for (const viewer of [{ kind: "anonymous" } as const, stranger, operatorOf(randomUUID())]) {
      expect(await refusal({ bonusToSpend: 100 }, viewer)).toEqual([
        "FORBIDDEN input.bonusToSpend",
      ]);
    }
    expect(await refusal({ bonusToSpend: 100 }, operatorOf(branchId))).toEqual([
      "SIGN_IN_REQUIRED input.bonusToSpend",
    ]);
    await take({}, operatorOf(branchId));
    await take({ bonusToSpend: 100 }, operatorOf(branchId));
  });

  it("are promised to only one of several simultaneous orders that want the same 500", async () => {
    const gateways = [fixture.useCases, await fixture.anotherGateway()];
    const wanted = Array.from({ length: 8 }, (_, index) => gateways[index % 2]!);
    const all = await Promise.allSettled(
      wanted.map((gateway) => take({ bonusToSpend: 50_000 }, GUEST, gateway)),
    );
    const refused = all.flatMap((each) =>
      each.status === "rejected" ? [each.reason as Refused<{ code: string }>] : [],
    );
    expect(refused.map(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(
      Array(7).fill(["LOYALTY_INSUFFICIENT"]),
    );
    expect(await counted("bonus_reservations")).toBe(1);
  });

  it("are promised once to an order that is sent twice simultaneously", async () => {
    const input = aNewOrder(branchId, { ...threeSoups, bonusToSpend: 50_000 });
    const taken = await Promise.all(
      Array.from({ length: 10 }, () => fixture.useCases.createOrder.execute(input, [], GUEST)),
    );
    expect(new Set(taken.map(({ order }) => order.id)).size).toBe(1);
    expect(await counted("bonus_reservations")).toBe(1);
  });

  it("count as spent while the balance as read may not show it yet", async () => {
    const { order } = await take({ bonusToSpend: 50_000 });
    await fixture.pass();
    const { posOrderId } = await fixture.order(order.id);
    const reading = fixture.pos.loyaltyAccount;
    // The till takes the points, and the order is completed, after we have read the balance and
    // before our promise.
    fixture.pos.loyaltyAccount = async (...asked) => {
      const account = await reading(...asked);
      const update = fixture.pos.decide(posOrderId, {
        status: OrderStatus.CLOSED,
        rawStatus: "Closed",
      });
      await fixture.useCases.recordPosUpdate.execute(update, {
        observedBy: Observation.POLL,
        confirmed: true,
      });
      return account;
    };
    expect(await refusal({ bonusToSpend: 100 })).toEqual([
      "LOYALTY_INSUFFICIENT input.bonusToSpend",
    ]);
    fixture.pos.loyaltyAccount = reading;
    expect(await reservation(order.id)).toMatchObject({ state: "SETTLED", reason: "CLOSED" });
  });

  it("cause the order to be refused, and nothing to be stored, while nobody can read the balance", async () => {
    const before = await counted("orders");
    fixture.pos.failure = new PosUnavailable("socket hang up");
    expect(await refusal({ bonusToSpend: 100 })).toEqual(["UPSTREAM_UNAVAILABLE "]);
    expect(await counted("orders")).toBe(before);
    await take({});
  });

  it("cannot be used if the branch does not use them, or the guest has none", async () => {
    branchId = await fixture.branch({ ...SETTINGS, doNotUseBonuses: true });
    expect(await refusal({ bonusToSpend: 100 })).toEqual(["LOYALTY_DISABLED input.bonusToSpend"]);
    branchId = await fixture.branch({ bonusWriteOffLimitPercent: 50 });
    expect(await refusal({ bonusToSpend: 100 })).toEqual(["LOYALTY_DISABLED input.bonusToSpend"]);
    branchId = await fixture.branch(SETTINGS);
    fixture.pos.loyalty.has(PHONE, 99);
    expect(await refusal({ bonusToSpend: 100 })).toEqual([
      "LOYALTY_INSUFFICIENT input.bonusToSpend",
    ]);
  });

  it.each([
    ["people get the order", "FALLBACK_SENT"],
    ["nobody can be told", "DEAD_LETTERED"],
  ])(
    "are released when %s, and stay so even if the POS has the order after all",
    async (_name, state) => {
      const fallback = state === "DEAD_LETTERED" ? { fallback: [] } : {};
      branchId = await fixture.branch({ ...SETTINGS, ...fallback });
      fixture.pos.nextSubmissions.push(
        new PosRejected("No", { posCode: "InvalidPhone", kind: RefusalKind.FINAL }),
      );
      const { order } = await take({ bonusToSpend: 50_000 });
      await fixture.pass();
      expect(await reservation(order.id)).toMatchObject({ state: "RELEASED", reason: state });
      const ended = (await reservation(order.id)).endedAt;
      await fixture.foundInTill(order.posOrderId, branchId);
      expect((await reservation(order.id)).endedAt).toEqual(ended);
    },
  );
});
