import { applyPromotions } from "../../src/domain/promotions/apply-promotions";
import {
  isPromoCode,
  normalisePromoCode,
  type PromoCode,
  type PromotionTerms,
  type PromotionUses,
  spellingsOf,
} from "../../src/domain/promotions/promotion-terms";
import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { isLocalDate, localDateOf } from "../../src/domain/time/local-date";
import { aPromotion } from "../support/a-promotion";

const BRANCH = "5a3c1a9e-41a0-4c55-8a51-0d8d6f1f7a11";
const NO_USES: PromotionUses = { total: 0, ofCode: 0, byCustomer: 0, ordersOfCustomer: 0 };
const BASKET = {
  branchId: BRANCH,
  fulfilment: Fulfilment.DELIVERY,
  subtotal: 100_000,
  today: "2026-11-25",
  step: 1,
  discounted: false,
} as const;

function own(
  code: string,
  terms: Partial<PromotionTerms> = {},
  uses: Partial<PromotionUses> = {},
): PromoCode {
  return {
    code,
    found: { kind: "own", terms: aPromotion(BRANCH, terms), uses: { ...NO_USES, ...uses } },
  };
}

function judged(
  codes: readonly PromoCode[],
  basket: Partial<Parameters<typeof applyPromotions>[1]> = {},
) {
  const { usable, coupon: passedOn, userErrors } = applyPromotions(codes, { ...BASKET, ...basket });
  return {
    given: usable.map(({ code, amount }) => [code, amount]),
    coupon: passedOn?.code ?? null,
    userErrors: userErrors.map(({ code, field }) => `${code} ${field?.join(".") ?? ""}`),
  };
}

describe("A promotion's days", () => {
  it("begin and end in the branch's time zone, both inclusive", () => {
    const { startsOn, endsOn } = { startsOn: "2026-11-25", endsOn: "2026-11-25" };
    expect(judged([own("A", { startsOn, endsOn })]).userErrors).toEqual([]);
    const lateEvening = new Date("2026-11-24T21:30:00Z");
    expect([
      localDateOf(lateEvening, "Europe/Moscow"),
      localDateOf(lateEvening, "Europe/Kaliningrad"),
    ]).toEqual(["2026-11-25", "2026-11-24"]);
    expect(localDateOf(lateEvening, "Asia/Kamchatka")).toBe("2026-11-25");
  });

  it("must be valid calendar dates", () => {
    expect(["2026-02-28", "2026-02-30", "2026-2-1", "tomorrow"].map(isLocalDate)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe("A code", () => {
  it("is the same regardless of case, surrounding spaces and character width", () => {
    expect([" осень-10 ", "ｏｓｅｎ10", "Osen_10"].map(normalisePromoCode)).toEqual([
      "ОСЕНЬ-10",
      "OSEN10",
      "OSEN_10",
    ]);
  });

  it("contains no spaces and no invisible characters", () => {
    expect(
      ["ABCD\u00a0EFGH", "\u200bSALE\ufeff", "SA\u00adLE", "\tSALE\n"].map(normalisePromoCode),
    ).toEqual([...["ABCDEFGH", "SALE", "SALE", "SALE"]]);
  });

  it("may be meant in the other alphabet when its letters look alike", () => {
    const [latin, cyrillic, mixed] = ["CAKE-2", "САКЕ-2", "CАKE-2"];
    expect(spellingsOf(mixed)).toEqual([mixed, latin, cyrillic]);
    expect(spellingsOf("ОСЕНЬ")).toContain("ОСЕНЬ");
    expect(spellingsOf("2345")).toEqual(["2345"]);
  });

  it("has 3 to 40 letters, digits, hyphens or underscores", () => {
    expect(["ОСЕНЬ-10", "AB", "A B", "A".repeat(41), "A\u0000B", ""].map(isPromoCode)).toEqual([
      ...[true, false, false, false, false, false],
    ]);
  });
});
