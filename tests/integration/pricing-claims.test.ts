import { randomUUID } from "node:crypto";

import { type Viewer } from "../../src/domain/access/viewer";
import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { PaymentMethod } from "../../src/domain/ticket/payment-method";
import { type Refused } from "../../src/errors";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { type WantedOrder } from "../../src/services/checkout/wanted-order";
import { aWantedLine } from "../support/a-new-order";
import { ADMIN, GUEST } from "../support/branch-gateway";
import {
  all,
  byCaller,
  type Claim,
  ClaimsFixture,
  customerOf,
  guestAndKeys,
  keysOnly,
  OTHER_GUEST,
  OTHER_PHONE,
  type Outcomes,
} from "../support/claims-fixture";
import { codesOf, OWNER, PHONE, type QuoteFixture } from "../support/quote-fixture";

const ONLINE = {
  method: PaymentMethod.ONLINE,
  paidOnline: false,
  externalPaymentId: null,
  changeFrom: null,
};
/** Two soups and the delivery, without any discount. */
const FULL_PRICE = "930";

let fixture: ClaimsFixture;
let quotes: QuoteFixture;

beforeAll(async () => {
  fixture = await ClaimsFixture.start();
  ({ quotes } = fixture);
});
beforeEach(() => fixture.open());
afterAll(() => fixture.stop());

describe("createOrder, faced with a caller's claims,", () => {
  async function take(order: Partial<NewOrder>, viewer: Viewer): Promise<string> {
    const wanted = { customer: customerOf(PHONE), ...order };
    return quotes.take(wanted, viewer).then(
      ({ order: { total, paidOnline } }) => `${total / 100}${paidOnline ? " paid" : ""}`,
      ({ userErrors }: Refused<Parameters<typeof codesOf>[0][number]>) =>
        codesOf(userErrors).join(),
    );
  }

  const quoted = async (wanted: Partial<WantedOrder>, viewer: Viewer) =>
    (await quotes.quote(wanted, viewer)).id;
  const discounts = [{ name: "День рождения", amount: 10_000 }];
  const claims: Record<string, [Claim<NewOrder>, Outcomes]> = {
    "gives a discount to the branch's keys alone": [
      () => ({ discounts }),
      keysOnly("FORBIDDEN input.discounts", "830"),
    ],
    "takes an order for paid from the branch's keys alone": [
      () => ({ payment: { ...ONLINE, paidOnline: true } }),
      keysOnly("FORBIDDEN input.payment.paidOnline", "930 paid"),
    ],
    "takes a payment's id from the branch's keys alone, once": [
      () => ({ payment: { ...ONLINE, externalPaymentId: "4711" } }),
      [
        ...Array<string>(4).fill("FORBIDDEN input.payment.externalPaymentId"),
        ...[FULL_PRICE, "CONFLICT input.payment.externalPaymentId"],
      ],
    ],
    "lets points be spent by their guest and the branch's keys": [
      () => ({ bonusToSpend: 10_000 }),
      guestAndKeys("FORBIDDEN input.bonusToSpend", "830"),
    ],
    "lets points of another phone be spent by that phone's guest and the branch's keys": [
      () => ({ bonusToSpend: 10_000, customer: customerOf(OTHER_PHONE) }),
      [
        "FORBIDDEN input.bonusToSpend",
        "830",
        ...Array<string>(2).fill("FORBIDDEN input.bonusToSpend"),
        "830",
        "830",
      ],
    ],
    "gives nobody an operator's discount by the quote of it": [
      async () => ({ quoteId: await quoted({ discounts }, ADMIN) }),
      all("CONFLICT input.quoteId"),
    ],
    "gives an operator's discount to the branch's keys alone, though it was quoted": [
      async () => ({ discounts, quoteId: await quoted({ discounts }, ADMIN) }),
      keysOnly("FORBIDDEN input.discounts", "830"),
    ],
    "spends no points for a quote that had some": [
      async () => ({ quoteId: await quoted({ bonusToSpend: 10_000 }, OWNER) }),
      all(FULL_PRICE),
    ],
    "keeps a quote to the guest it was made for": [
      async () => ({ quoteId: await quoted({ customer: customerOf(OTHER_PHONE) }, OTHER_GUEST) }),
      all("CONFLICT input.quoteId"),
    ],
    "gives what a guest's programme gives to one order of that guest, whose caller was told the quote":
      [
        async () => {
          await fixture.openWithProgramme();
          return { quoteId: await quoted({}, OWNER) };
        },
        ["891", ...Array<string>(5).fill("PRICE_CHANGED input.quoteId")],
      ],
    "gives nothing of a guest's programme for a quote that somebody else asked for": [
      async () => {
        await fixture.openWithProgramme();
        return { quoteId: await quoted({ customer: customerOf(PHONE) }, GUEST) };
      },
      all(FULL_PRICE),
    ],
    "knows no quote that was made up": [
      () => ({ quoteId: randomUUID() }),
      all("NOT_FOUND input.quoteId"),
    ],
    "has the delivery paid, though a pick-up was quoted": [
      async () => ({ quoteId: await quoted({ fulfilment: Fulfilment.PICKUP }, GUEST) }),
      all("CONFLICT input.quoteId"),
    ],
    "asks for the menu's price, not the expected total": [
      () => ({ expectedTotal: 1 }),
      all("PRICE_CHANGED input.expectedTotal"),
    ],
    "asks for the menu's price from who accepts any": [
      () => ({ expectedTotal: 1, onPriceMismatch: "ACCEPT" }),
      all(FULL_PRICE),
    ],
    "asks for the menu's price of a line that is said to be a gift": [
      () => ({
        lines: [aWantedLine({ quantity: 2000, comment: "Подарок", expectedUnitPrice: 0 })],
        onPriceMismatch: "ACCEPT",
      }),
      all(FULL_PRICE),
    ],
    "owes no more change than the guest hands over": [
      () => ({ payment: { ...ONLINE, method: PaymentMethod.CASH, changeFrom: 92_999 } }),
      all("INVALID input.payment.changeFrom"),
    ],
    "takes change for no part of the price": [
      () => ({ payment: { ...ONLINE, method: PaymentMethod.CASH, changeFrom: 500_000 } }),
      all(FULL_PRICE),
    ],
    "takes points for no payment of their own": [
      () => ({ payment: { ...ONLINE, method: PaymentMethod.BONUS } }),
      all("INVALID input.payment.method"),
    ],
    "leaves an online payment unpaid that nobody says was made": [
      () => ({ payment: ONLINE }),
      all(FULL_PRICE),
    ],
  };

  it.each(Object.entries(claims))("%s", async (_, [claim, outcomes]) => {
    expect(await fixture.outcomesOf(claim, take)).toEqual(byCaller(outcomes));
  });
});
