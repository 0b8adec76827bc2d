import fc from "fast-check";

import { toLoyaltyQuote } from "../../src/adapters/iiko/loyalty/map-loyalty-quote";
import { withPositions } from "../../src/adapters/iiko/orders/item-positions";
import { type OrderTicket } from "../../src/domain/ticket/order-ticket";
import { anOrderTicket, aTicketLine } from "../support/an-order-ticket";
import { iikoBody } from "../support/iiko-body";

const CAMPAIGN = { marketingCampaignId: "campaign", name: "Постоянным гостям" };
const none = { availablePayments: [], loyaltyProgramResults: [] };

function priced(...totals: number[]): OrderTicket {
  return anOrderTicket({ lines: totals.map((total) => aTicketLine({ total })) });
}

function gives(
  ticket: OrderTicket,
  ...discounts: { positionId: string | null; discountSum: number }[]
) {
  const [promotion] = toLoyaltyQuote(
    { ...none, loyaltyProgramResults: [{ ...CAMPAIGN, discounts }] },
    ticket,
  ).promotions;
  return promotion?.lines ?? [];
}

describe("what iiko's loyalty programme gives", () => {
  it("is taken off the line with that position id, whatever its letter case", () => {
    const ticket = priced(10_000, 20_000);
    const items = withPositions(iikoBody(ticket).order.items, ticket.posOrderId);
    const [, second] = items.map((item) => (item.type === "Product" ? item.positionId : undefined));
    const positionId = second!.toUpperCase();
    expect(gives(ticket, { positionId, discountSum: 12.345 })).toEqual([
      { position: 1, amount: 1_235 },
    ]);
  });

  it("takes no line below zero, and does not count zero as a gift", () => {
    const ticket = priced(10_000, 20_000);
    const all = { positionId: null, discountSum: 300 };
    expect(gives(ticket, all)).toEqual([
      { position: 0, amount: 10_000 },
      { position: 1, amount: 20_000 },
    ]);
    expect(gives(ticket, all, all)).toHaveLength(2);
    expect(gives(ticket, { positionId: null, discountSum: 0 })).toEqual([]);
    expect(gives(ticket, { positionId: null, discountSum: -5 })).toEqual([]);
  });

  it("is split across all lines to the kopeck when it is for the whole order, never exceeding a line's price", () => {
    const kopecks = fc.integer({ min: 0, max: 500_000 });
    fc.assert(
      fc.property(fc.array(kopecks, { minLength: 1, maxLength: 12 }), kopecks, (totals, sum) => {
        const shares = gives(priced(...totals), { positionId: null, discountSum: sum / 100 });
        const whole = totals.reduce((one, other) => one + other, 0);
        expect(shares.reduce((given, { amount }) => given + amount, 0)).toBe(Math.min(sum, whole));
        for (const { position, amount } of shares)
          expect(amount).toBeLessThanOrEqual(totals[position]!);
      }),
    );
  });

  it("is split into amounts that the currency can express", () => {
    const ticket = { ...priced(199_500, 200_000, 100_500), currencyCode: "KZT" };
    const shares = gives(ticket, { positionId: null, discountSum: 1000 });
    expect(shares.map(({ amount }) => amount)).toEqual([39_900, 40_000, 20_100]);
  });

  it("lets a wallet pay up to the limit of its most generous campaign", () => {
    const availablePayments = [
      { maxSum: 100, walletInfos: [{ id: "one", maxSum: 250.5 }] },
      { maxSum: 300, walletInfos: [{ id: "one", maxSum: 150.1 }, { id: "two", maxSum: 1.009 }] }, // prettier-ignore
    ];
    expect(toLoyaltyQuote({ ...none, availablePayments }, priced(1)).bonusLimits).toEqual(
      new Map([["one", 15_010], ["two", 100]]), // prettier-ignore
    );
  });
});
