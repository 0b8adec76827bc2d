import { randomUUID } from "node:crypto";

import { type Viewer } from "../../src/domain/access/viewer";
import { type WantedOrder } from "../../src/services/checkout/wanted-order";
import { aWantedLine } from "../support/a-new-order";
import { aPromotion } from "../support/a-promotion";
import {
  byCaller,
  type Claim,
  ClaimsFixture,
  customerOf,
  guestAndKeys,
  type Outcomes,
} from "../support/claims-fixture";
import { codesOf, OWNER, PHONE, type QuoteFixture } from "../support/quote-fixture";
import { storePromotion } from "../support/stored-promotion";

let fixture: ClaimsFixture;
let quotes: QuoteFixture;

beforeAll(async () => {
  fixture = await ClaimsFixture.start();
  ({ quotes } = fixture);
});
beforeEach(() => fixture.open());
afterAll(() => fixture.stop());

describe("quoteOrder, faced with a caller's claims,", () => {
  async function ask(order: Partial<WantedOrder>, viewer: Viewer): Promise<string> {
    const { money, bonusMax, promotions, warnings } = await quotes.quote(
      { customer: customerOf(PHONE), ...order },
      viewer,
    );
    const given = promotions.map(({ name }) => name).join();
    return [money.total / 100, `points ${bonusMax / 100}`, given, ...codesOf(warnings)]
      .filter(Boolean)
      .join(", ");
  }

  const once = `T-${randomUUID().slice(0, 8).toUpperCase()}`;

  const claims: Record<string, [Claim<WantedOrder>, Outcomes]> = {
    "tells a guest's points to that guest and the branch's keys": [
      () => ({}),
      guestAndKeys("930, points 0", "930, points 390"),
    ],
    "reckons with points of that guest and of the branch's keys": [
      () => ({ bonusToSpend: 10_000 }),
      guestAndKeys("930, points 0, FORBIDDEN input.bonusToSpend", "830, points 390"),
    ],
    "reckons with discounts of the branch's keys alone": [
      () => ({ discounts: [{ name: "День рождения", amount: 10_000 }] }),
      [
        ...["930, points 0, FORBIDDEN input.discounts", "930, points 0, FORBIDDEN input.discounts"],
        ...[
          "930, points 390, FORBIDDEN input.discounts",
          "930, points 0, FORBIDDEN input.discounts",
        ],
        ...["830, points 340, День рождения", "830, points 340, День рождения"],
      ],
    ],
    "tells what the programme gives a guest to that guest and the branch's keys": [
      async () => {
        await fixture.openWithProgramme();
        return {};
      },
      guestAndKeys("930, points 0", "891, points 0, Гостям"),
    ],
    "tells whether a guest has used a promo code to that guest and the branch's keys": [
      async () => {
        const terms = { branchIds: [quotes.branchId], oncePerCustomer: true };
        await storePromotion(quotes.orders.db, aPromotion(quotes.branchId, terms), once);
        await quotes.take({ promoCodes: [once], customer: customerOf(PHONE) }, OWNER);
        return { promoCodes: [once] };
      },
      guestAndKeys(
        "852, points 0, Осень",
        "930, points 390, PROMO_USAGE_EXCEEDED input.promoCodes.0",
      ),
    ],
    "prices a line by the menu that is said to be a gift": [
      () => ({
        lines: [aWantedLine({ quantity: 2000, comment: "Подарок", expectedUnitPrice: 0 })],
      }),
      guestAndKeys(
        "930, points 0, PRICE_CHANGED input.lines.0.expectedUnitPrice",
        "930, points 390, PRICE_CHANGED input.lines.0.expectedUnitPrice",
      ),
    ],
  };

  it.each(Object.entries(claims))("%s", async (_, [claim, outcomes]) => {
    expect(await fixture.outcomesOf(claim, ask)).toEqual(byCaller(outcomes));
  });
});
