import { randomUUID } from "node:crypto";

import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { PosUnavailable } from "../../src/errors";
import { aNewOrder, aWantedLine } from "../support/a-new-order";
import { ADMIN } from "../support/branch-gateway";
import { type OrderFixture } from "../support/order-fixture";
import { codesOf, OWNER, PHONE, QUARTER_MS, QuoteFixture } from "../support/quote-fixture";

const PROGRAMME = randomUUID();

let fixture: QuoteFixture;
let orders: OrderFixture;

beforeAll(async () => {
  fixture = await QuoteFixture.start();
  ({ orders } = fixture);
});
beforeEach(() => fixture.open());
afterAll(() => fixture.stop());

describe("createOrder by a quote", () => {
  it("costs what the quote said, however the dishes were commented, and with points of the guest's choice", async () => {
    const { id: quoteId, money } = await fixture.quote({ bonusToSpend: 1_000 }, OWNER);
    expect(money.total).toBe(77_000);
    const lines = [aWantedLine({ quantity: 2000, comment: "Без лука", expectedUnitPrice: 39_000 })];
    const { order } = await fixture.take(
      { quoteId, lines, bonusToSpend: 8_000, expectedTotal: 70_000 },
      OWNER,
    );
    expect(order).toMatchObject({ subtotal: 78_000, bonusSpent: 8_000, total: 70_000 });
  });

  it("is refused with the new total when the menu has another price, or taken as the client wants", async () => {
    const { id: quoteId } = await fixture.quote();
    fixture.soupCosts(40_000, 2);
    await expect(fixture.take({ quoteId })).rejects.toMatchObject({
      faults: [
        { code: "PRICE_CHANGED", field: ["input", "quoteId"], item: { currentPrice: 80_000 } },
      ],
    });
    expect(await fixture.refusal({ quoteId, onPriceMismatch: "ACCEPT_LOWER" })).toEqual([
      "PRICE_CHANGED input.quoteId",
    ]);
    expect((await fixture.take({ quoteId, onPriceMismatch: "ACCEPT" })).order.total).toBe(80_000);
    fixture.soupCosts(38_000, 3);
    expect((await fixture.take({ quoteId, onPriceMismatch: "ACCEPT_LOWER" })).order.total).toBe(
      76_000,
    );
    fixture.soupCosts(39_000, 4);
    expect((await fixture.take({ quoteId })).order.total).toBe(78_000);
  });

  it("waits for the menu that the quote was made from", async () => {
    const { id: quoteId } = await fixture.quote();
    await orders.db.query("update quotes set menu_revision = 7 where id = $1", [quoteId]);
    await fixture.take({ quoteId });
    expect(orders.leastRevisions.at(-1)).toBe(7);
  });

  it("is refused for another branch, another basket, another guest and no quote at all", async () => {
    const customer = { name: "Тест", phone: "+79990000001", joinsLoyalty: false };
    const { id: quoteId } = await fixture.quote({ customer });
    expect(await fixture.refusal({ quoteId })).toEqual(["CONFLICT input.quoteId"]);
    expect(await fixture.refusal({ quoteId, customer, lines: [aWantedLine()] })).toEqual([
      "CONFLICT input.quoteId",
    ]);
    const pickUp = { fulfilment: Fulfilment.PICKUP, address: null };
    expect(await fixture.refusal({ quoteId, customer, ...pickUp })).toEqual([
      "CONFLICT input.quoteId",
    ]);
    expect(await fixture.refusal({ quoteId, customer, branchId: await orders.branch() })).toEqual([
      "CONFLICT input.quoteId",
    ]);
    expect(await fixture.refusal({ quoteId: randomUUID() })).toEqual(["NOT_FOUND input.quoteId"]);
    expect(await fixture.refusal({ quoteId: "1 or 1=1" })).toEqual(["NOT_FOUND input.quoteId"]);
    expect(await fixture.refusal({ quoteId: "" })).toEqual(["NOT_FOUND input.quoteId"]);
    expect((await fixture.take({ quoteId, customer })).order.total).toBe(78_000);
    // It reserves nothing, and nobody is told a price for one order only.
    expect((await fixture.take({ quoteId, customer })).order.total).toBe(78_000);
  });

  it("needs the right to a discount that an operator was quoted", async () => {
    const discounts = [{ name: "День рождения", amount: 10_000 }];
    const { id: quoteId, money } = await fixture.quote({ discounts }, ADMIN);
    expect(money.total).toBe(68_000);
    expect(await fixture.refusal({ quoteId })).toEqual(["CONFLICT input.quoteId"]);
    expect(await fixture.refusal({ quoteId, discounts })).toContain("FORBIDDEN input.discounts");
    expect((await fixture.take({ quoteId, discounts }, ADMIN)).order.total).toBe(68_000);
  });

  it("is the same order again for the same key, whatever became of the quote since", async () => {
    const { id: quoteId } = await fixture.quote();
    const idempotencyKey = randomUUID();
    const { order } = await fixture.take({ quoteId, idempotencyKey });
    await orders.db.query("delete from quotes");
    fixture.soupCosts(99_000, 2);
    expect(await fixture.take({ quoteId, idempotencyKey })).toMatchObject({
      replayed: true,
      order: { id: order.id },
    });
    expect(await fixture.refusal({ idempotencyKey })).toEqual([
      "IDEMPOTENCY_KEY_REUSED input.idempotencyKey",
    ]);
  });
});

describe("a quote by the till's loyalty programme", () => {
  const FIVE_PERCENT = {
    posProgramId: PROGRAMME,
    name: "Постоянным гостям",
    lines: [{ position: 0, amount: 3_900 }],
  };
  let wallet: string;

  beforeEach(async () => {
    await fixture.open({ quotesByPosLoyalty: true });
    wallet = orders.pos.loyalty.account(PHONE).wallets[0]!.posId;
    orders.pos.loyalty.gives = {
      promotions: [FIVE_PERCENT],
      bonusLimits: new Map([[wallet, 10_000]]),
    };
  });

  it("has what the programme gives, and no more points than it takes, after one question", async () => {
    const quoted = await fixture.quote({ bonusToSpend: 20_000 }, OWNER);
    expect(quoted).toMatchObject({
      ...{ money: { discount: 3_900, bonusSpent: 10_000, total: 64_100 }, bonusMax: 10_000 },
      promotions: [{ name: "Постоянным гостям", amount: 3_900, source: "IIKO" }],
    });
    expect(codesOf(quoted.warnings)).toEqual(["LOYALTY_LIMIT_EXCEEDED input.bonusToSpend"]);
    expect(orders.pos.loyalty.quoted).toMatchObject([
      { customer: { phone: PHONE }, total: 78_000, payments: [] },
    ]);
  });

  it("is kept by the order, which tells the till what the programme gave", async () => {
    const discounts = [{ name: "День рождения", amount: 10_000 }];
    const customer = { name: "Тест", phone: PHONE, joinsLoyalty: false };
    const { id: quoteId } = await fixture.quote({ discounts, customer }, ADMIN);
    orders.pos.loyalty.gives = { promotions: [], bonusLimits: new Map() };
    expect(await fixture.refusal({ quoteId, discounts, bonusToSpend: 10_001 }, ADMIN)).toEqual([
      "LOYALTY_LIMIT_EXCEEDED input.bonusToSpend",
    ]);
    const { order } = await fixture.take({ quoteId, discounts, bonusToSpend: 10_000 }, ADMIN);
    expect(order).toMatchObject({ discount: 13_900, bonusSpent: 10_000, total: 54_100 });
    await orders.pass();
    expect(orders.pos.submitted.at(-1)).toMatchObject({
      ...{ discount: { sum: 10_000 }, posPromotions: [FIVE_PERCENT], total: 64_100 },
    });
    orders.clock.turnTo(new Date(orders.clock.now().getTime() + QUARTER_MS));
    expect(await fixture.refusal({ quoteId, discounts }, ADMIN)).toEqual([
      "PRICE_CHANGED input.quoteId",
    ]);
  });

  it("gives one order what the programme gives; for others the price has changed", async () => {
    const { id: quoteId, money } = await fixture.quote({}, OWNER);
    expect(money.total).toBe(74_100);
    const idempotencyKey = randomUUID();
    const { order } = await fixture.take({ quoteId, idempotencyKey }, OWNER);
    expect(order.discount).toBe(3_900);
    expect(await fixture.refusal({ quoteId }, OWNER)).toEqual(["PRICE_CHANGED input.quoteId"]);
    expect((await fixture.take({ quoteId, onPriceMismatch: "ACCEPT" }, OWNER)).order).toMatchObject(
      {
        ...{ discount: 0, total: 78_000, promotions: [] },
      },
    );
    const again = await fixture.take({ quoteId, idempotencyKey }, OWNER);
    expect(again).toMatchObject({ replayed: true, order: { id: order.id, discount: 3_900 } });
  });

  it("gives it to one of twenty orders that name the quote at once, in two processes", async () => {
    const { id: quoteId } = await fixture.quote({}, OWNER);
    const gateways = [orders.useCases, await orders.anotherGateway()];
    const input = aNewOrder(fixture.branchId, {
      lines: [aWantedLine({ quantity: 2000 })],
      quoteId,
    });
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        gateways[n % 2]!.createOrder.execute({ ...input, idempotencyKey: randomUUID() }, [], OWNER),
      ),
    );
    const reasons = all.flatMap((each) =>
      each.status === "rejected" ? [each.reason as { faults: object[] }] : [],
    );
    expect(reasons).toHaveLength(19);
    for (const { faults } of reasons) expect(faults).toMatchObject([{ code: "PRICE_CHANGED" }]);
  });

  it("is one order of twenty equal calls at once", async () => {
    const { id: quoteId } = await fixture.quote({}, OWNER);
    const idempotencyKey = randomUUID();
    const all = await Promise.all(
      Array.from({ length: 20 }, () => fixture.take({ quoteId, idempotencyKey }, OWNER)),
    );
    expect(new Set(all.map(({ order }) => order.id)).size).toBe(1);
    expect(all[0]!.order.discount).toBe(3_900);
  });

  it("is not used up by an order that is refused", async () => {
    const { id: quoteId } = await fixture.quote({}, OWNER);
    expect(await fixture.refusal({ quoteId, expectedTotal: 1 }, OWNER)).toEqual([
      "PRICE_CHANGED input.expectedTotal",
    ]);
    expect(await fixture.refusal({ quoteId, bonusToSpend: 10_001 }, OWNER)).toEqual([
      "LOYALTY_LIMIT_EXCEEDED input.bonusToSpend",
    ]);
    expect((await fixture.take({ quoteId }, OWNER)).order.discount).toBe(3_900);
  });

  it("is told without it, and says so, while the programme does not answer", async () => {
    const { loyaltyQuote } = orders.pos;
    orders.pos.loyaltyQuote = () => Promise.reject(new PosUnavailable("socket hang up"));
    const quoted = await fixture.quote({}, OWNER);
    orders.pos.loyaltyQuote = loyaltyQuote;
    expect(quoted).toMatchObject({ money: { discount: 0, total: 78_000 }, bonusMax: 39_000 });
    expect(codesOf(quoted.warnings)).toEqual(["UPSTREAM_UNAVAILABLE "]);
  });

  it("tells nobody else what the programme thinks of a guest", async () => {
    const customer = { name: "Тест", phone: PHONE, joinsLoyalty: false };
    expect((await fixture.quote({ customer })).money.discount).toBe(0);
    expect(orders.pos.loyalty.quoted).toEqual([]);
  });
});
