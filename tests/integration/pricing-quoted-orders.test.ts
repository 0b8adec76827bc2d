import { randomUUID } from "node:crypto";

import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { aWantedLine } from "../support/a-new-order";
import { ADMIN } from "../support/branch-gateway";
import { type OrderFixture } from "../support/order-fixture";
import { OWNER, QuoteFixture } from "../support/quote-fixture";

let fixture: QuoteFixture;
let orders: OrderFixture;

beforeAll(async () => {
  fixture = await QuoteFixture.start();
  ({ orders } = fixture);
});
beforeEach(() => fixture.open());
afterAll(() => fixture.stop());

describe("createOrder with a quote", () => {
  it("charges what the quote said, whatever comments the dishes have, and spends the points the guest chooses", async () => {
    const { id: quoteId, money } = await fixture.quote({ bonusToSpend: 1_000 }, OWNER);
    expect(money.total).toBe(77_000);
    const lines = [aWantedLine({ quantity: 2000, comment: "Без лука", expectedUnitPrice: 39_000 })];
    const { order } = await fixture.take(
      { quoteId, lines, bonusToSpend: 8_000, expectedTotal: 70_000 },
      OWNER,
    );
    expect(order).toMatchObject({ subtotal: 78_000, bonusSpent: 8_000, total: 70_000 });
  });

  it("refuses with the new total when the menu price has changed, or accepts if the client wants that", async () => {
    const { id: quoteId } = await fixture.quote();
    fixture.soupCosts(40_000, 2);
    await expect(fixture.take({ quoteId })).rejects.toMatchObject({
      userErrors: [
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

  it("waits for the menu revision that the quote was made from", async () => {
    const { id: quoteId } = await fixture.quote();
    await orders.db.query("update quotes set menu_revision = 7 where id = $1", [quoteId]);
    await fixture.take({ quoteId });
    expect(orders.leastRevisions.at(-1)).toBe(7);
  });

  it("refuses another branch, basket or guest, and a quote that does not exist", async () => {
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
    // The quote reserves nothing, and its price is not limited to a single order.
    expect((await fixture.take({ quoteId, customer })).order.total).toBe(78_000);
  });

  it("requires the right to give the discount that an operator was quoted", async () => {
    const discounts = [{ name: "День рождения", amount: 10_000 }];
    const { id: quoteId, money } = await fixture.quote({ discounts }, ADMIN);
    expect(money.total).toBe(68_000);
    expect(await fixture.refusal({ quoteId })).toEqual(["CONFLICT input.quoteId"]);
    expect(await fixture.refusal({ quoteId, discounts })).toContain("FORBIDDEN input.discounts");
    expect((await fixture.take({ quoteId, discounts }, ADMIN)).order.total).toBe(68_000);
  });

  it("returns the same order for the same key, whatever has happened to the quote since", async () => {
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
