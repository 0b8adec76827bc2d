import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { eventually } from "../support/eventually";
import { customerToken, RunningGateway } from "../support/running-gateway";
import { type Storefront } from "../support/storefront";

/** The programme gives this guest something off every dish. */
const GUEST = demoRestaurant.guests.find(({ discountPercent }) => discountPercent > 0)!;
const QUOTE = `mutation ($input: QuoteInput!) {
  quoteOrder(input: $input) {
    quote {
      id subtotal { amount } discount { amount } pointsMax { amount } pointsApplied { amount } total { amount }
      appliedPromotions { name source amount { amount } } warnings { code message }
    }
    userErrors { code field }
  }
}`;

interface Amount {
  readonly amount: string;
}
interface Quote {
  readonly id: string;
  readonly subtotal: Amount;
  readonly discount: Amount;
  readonly pointsMax: Amount;
  readonly pointsApplied: Amount;
  readonly total: Amount;
  readonly appliedPromotions: readonly object[];
  readonly warnings: readonly object[];
}

describe("a guest of the restaurant's loyalty programme", () => {
  let gateway: RunningGateway;
  let storefront: Storefront;

  beforeAll(async () => {
    gateway = await RunningGateway.start();
    storefront = await gateway.storefront();
  });

  afterAll(() => gateway.stop());

  it("is quoted what the programme grants, and pays exactly that at the till", async () => {
    const token = await customerToken(GUEST.phone);
    const order = { customer: { name: GUEST.name, phone: GUEST.phone }, pointsToSpend: "20.00" };
    const input = (await storefront.input(order)) as Record<string, unknown>;
    const { idempotencyKey: _key, payment: _payment, comment: _comment, ...basket } = input;
    const { quoteOrder } = await gateway.client.ask<{ quoteOrder: { quote: Quote } }>(
      QUOTE,
      { input: basket },
      token,
    );
    const { quote } = quoteOrder;
    const off = (Number(quote.subtotal.amount) * GUEST.discountPercent) / 100;
    expect(quote).toMatchObject({
      discount: { amount: off.toFixed(2) },
      pointsApplied: { amount: "20.00" },
      warnings: [],
      total: { amount: (Number(quote.subtotal.amount) - off - 20).toFixed(2) },
      appliedPromotions: [
        { name: "Постоянным гостям", source: "IIKO", amount: { amount: off.toFixed(2) } },
      ],
    });
    expect(Number(quote.pointsMax.amount)).toBeGreaterThan(20);

    const promised = { quoteId: quote.id, expectedTotal: quote.total.amount };
    const { order: taken, userErrors } = await storefront.create({ ...input, ...promised }, token);
    expect(userErrors).toEqual([]);
    const [inTill] = await eventually(async () => {
      const found = await gateway.sandbox.inTill(taken!.number);
      return found.length > 0 ? found : undefined;
    });
    expect(inTill!.sum).toBe(Number(quote.total.amount) + 20);
  });

  it("may give points under only one of their two names", async () => {
    const token = await customerToken(GUEST.phone);
    const customer = { name: GUEST.name, phone: GUEST.phone };
    const twice = { customer, pointsToSpend: "1.00", bonusToSpend: "2.00" };
    const { order, userErrors } = await storefront.create(await storefront.input(twice), token);
    expect(order).toBeNull();
    expect(userErrors).toMatchObject([{ code: "INVALID", field: ["input", "pointsToSpend"] }]);
  });
});
