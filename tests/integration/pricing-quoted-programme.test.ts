import { randomUUID } from "node:crypto";

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

describe("a quote that uses the POS's loyalty programme", () => {
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

  it("has what the programme gives, and no more points than it allows, after a single request", async () => {
    const quoted = await fixture.quote({ bonusToSpend: 20_000 }, OWNER);
    expect(quoted).toMatchObject({
      money: { discount: 3_900, bonusSpent: 10_000, total: 64_100 },
      bonusMax: 10_000,
      promotions: [{ name: "Постоянным гостям", amount: 3_900, source: "IIKO" }],
    });
    expect(codesOf(quoted.warnings)).toEqual(["LOYALTY_LIMIT_EXCEEDED input.bonusToSpend"]);
    expect(orders.pos.loyalty.quoted).toMatchObject([
      { customer: { phone: PHONE }, total: 78_000, payments: [] },
    ]);
  });

  it("is honoured by the order, which reports to the POS what the programme gave", async () => {
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
      discount: { sum: 10_000 },
      posPromotions: [FIVE_PERCENT],
      total: 64_100,
    });
    orders.clock.turnTo(new Date(orders.clock.now().getTime() + QUARTER_MS));
    expect(await fixture.refusal({ quoteId, discounts }, ADMIN)).toEqual([
      "PRICE_CHANGED input.quoteId",
    ]);
  });

  it("gives the programme's benefits to one order; for others the price has changed", async () => {
    const { id: quoteId, money } = await fixture.quote({}, OWNER);
    expect(money.total).toBe(74_100);
    const idempotencyKey = randomUUID();
    const { order } = await fixture.take({ quoteId, idempotencyKey }, OWNER);
    expect(order.discount).toBe(3_900);
    expect(await fixture.refusal({ quoteId }, OWNER)).toEqual(["PRICE_CHANGED input.quoteId"]);
    expect((await fixture.take({ quoteId, onPriceMismatch: "ACCEPT" }, OWNER)).order).toMatchObject(
      {
        discount: 0,
        total: 78_000,
        promotions: [],
      },
    );
    const again = await fixture.take({ quoteId, idempotencyKey }, OWNER);
    expect(again).toMatchObject({ replayed: true, order: { id: order.id, discount: 3_900 } });
  });

  it("gives them to one of twenty simultaneous orders that name the quote, in two processes", async () => {
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
      each.status === "rejected" ? [each.reason as { userErrors: object[] }] : [],
    );
    expect(reasons).toHaveLength(19);
    for (const { userErrors } of reasons)
      expect(userErrors).toMatchObject([{ code: "PRICE_CHANGED" }]);
  });

  it("becomes a single order when twenty identical calls arrive simultaneously", async () => {
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

  it("is given without the programme, and says so, while the programme does not answer", async () => {
    const { loyaltyQuote } = orders.pos;
    orders.pos.loyaltyQuote = () => Promise.reject(new PosUnavailable("socket hang up"));
    const quoted = await fixture.quote({}, OWNER);
    orders.pos.loyaltyQuote = loyaltyQuote;
    expect(quoted).toMatchObject({ money: { discount: 0, total: 78_000 }, bonusMax: 39_000 });
    expect(codesOf(quoted.warnings)).toEqual(["UPSTREAM_UNAVAILABLE "]);
  });

  it("does not reveal to anyone else what the programme offers a guest", async () => {
    const customer = { name: "Тест", phone: PHONE, joinsLoyalty: false };
    expect((await fixture.quote({ customer })).money.discount).toBe(0);
    expect(orders.pos.loyalty.quoted).toEqual([]);
  });
});
