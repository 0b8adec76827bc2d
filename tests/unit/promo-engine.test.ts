import { UserErrorCode } from "../../src/domain/errors/user-error-code";
import { applyPromotions, usesError } from "../../src/domain/promotions/apply-promotions";
import {
  type PromoCode,
  type PromotionTerms,
  type PromotionUses,
} from "../../src/domain/promotions/promotion-terms";
import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { aPromotion, giftOf, sumOff } from "../support/a-promotion";

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

function coupon(code: string, changes: { used?: boolean; deleted?: boolean } = {}): PromoCode {
  return {
    code,
    found: { kind: "coupon", code, name: "Купоны", used: false, deleted: false, ...changes },
  };
}

const unknown = (code: string): PromoCode => ({ code, found: { kind: "unknown" } });

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

describe("What promo codes give", () => {
  it.each<
    [
      string,
      PromoCode[],
      Partial<typeof BASKET> | { subtotal: number; step: number },
      [string, number][],
    ]
  >([
    ["a share of the dishes", [own("A")], {}, [["A", 10_000]]],
    [
      "a share, rounded like every sum",
      [own("A", { percent: 33 })],
      { subtotal: 1_005, step: 1 },
      [["A", 332]],
    ],
    [
      "whole units where the till knows no smaller",
      [own("A")],
      { subtotal: 12_300, step: 100 },
      [["A", 1_200]],
    ],
    ["a fixed sum", [own("A", sumOff(5_000))], {}, [["A", 5_000]]],
    ["nothing off for a gift", [own("A", giftOf("64"))], {}, [["A", 0]]],
    [
      "shares first, then sums, then gifts, each of the dishes' whole sum, whatever the guest typed first",
      [own("D", giftOf("64")), own("C", sumOff(5_000)), own("B"), own("A", { percent: 20 })],
      {},
      [
        ["A", 20_000],
        ["B", 10_000],
        ["C", 5_000],
        ["D", 0],
      ],
    ],
  ])("is %s", (_name, codes, basket, given) => {
    expect(judged(codes, basket)).toEqual({ given, coupon: null, userErrors: [] });
    expect(judged([...codes].reverse(), basket).given).toEqual(given);
  });

  it("is nothing that the gateway knows for a coupon, which is passed on to the POS", () => {
    expect(judged([coupon("KEBAB"), own("A")])).toEqual({
      given: [["A", 10_000]],
      coupon: "KEBAB",
      userErrors: [],
    });
  });
});

describe("A promo code is refused", () => {
  const { NOT_FOUND, EXPIRED, NOT_APPLICABLE, NOT_COMBINABLE, USAGE_EXCEEDED } = {
    NOT_FOUND: UserErrorCode.PROMO_NOT_FOUND,
    EXPIRED: UserErrorCode.PROMO_EXPIRED,
    NOT_APPLICABLE: UserErrorCode.PROMO_NOT_APPLICABLE,
    NOT_COMBINABLE: UserErrorCode.PROMO_NOT_COMBINABLE,
    USAGE_EXCEEDED: UserErrorCode.PROMO_USAGE_EXCEEDED,
  };

  it.each<[string, UserErrorCode, PromoCode]>([
    ["when nobody knows it", NOT_FOUND, unknown("X")],
    ["when its promotion was switched off", EXPIRED, own("X", { disabledAt: new Date() })],
    ["while its promotion is paused", NOT_APPLICABLE, own("X", { pausedAt: new Date() })],
    ["after its last day", EXPIRED, own("X", { endsOn: "2026-11-24" })],
    ["before its first day", NOT_APPLICABLE, own("X", { startsOn: "2026-11-26" })],
    ["at another branch", NOT_APPLICABLE, own("X", { branchIds: ["another"] })],
    ["for another way of receipt", NOT_APPLICABLE, own("X", { fulfilments: [Fulfilment.PICKUP] })],
    ["below its least sum", NOT_APPLICABLE, own("X", { minimumSum: 100_001 })],
    [
      "for a second order",
      NOT_APPLICABLE,
      own("X", { firstOrderOnly: true }, { ordersOfCustomer: 1 }),
    ],
    [
      "to a guest who used it",
      USAGE_EXCEEDED,
      own("X", { oncePerCustomer: true }, { byCustomer: 1 }),
    ],
    ["when all its uses are gone", USAGE_EXCEEDED, own("X", { usageLimit: 3 }, { total: 3 })],
    [
      "when the code's own uses are gone",
      USAGE_EXCEEDED,
      own("X", { usesPerCode: 1 }, { ofCode: 1 }),
    ],
    ["when the POS's coupon was used", USAGE_EXCEEDED, coupon("X", { used: true })],
    ["when the POS's coupon was deleted", EXPIRED, coupon("X", { deleted: true, used: true })],
  ])("%s, and the others apply without it", (_name, code, refused) => {
    expect(judged([own("A"), refused])).toEqual({
      given: [["A", 10_000]],
      coupon: null,
      userErrors: [`${code} input.promoCodes.1`],
    });
  });

  it.each<[string, PromoCode[], boolean, string[]]>([
    ["that was typed twice", [own("A"), own("A")], false, ["input.promoCodes.1"]],
    [
      "that stands alone, beside another",
      [own("A", { combinable: false }), own("B")],
      false,
      ["input.promoCodes.0"],
    ],
    [
      "that stands alone, beside a coupon",
      [coupon("K"), own("A", { combinable: false })],
      false,
      ["input.promoCodes.1"],
    ],
    [
      "that stands alone, beside a discount",
      [own("A", { combinable: false })],
      true,
      ["input.promoCodes.0"],
    ],
    ["that is a second coupon", [coupon("K"), coupon("L")], false, ["input.promoCodes.1"]],
  ])("%s", (_name, codes, discounted, fields) => {
    expect(judged(codes, { discounted }).userErrors).toEqual(
      fields.map((field) => `${NOT_COMBINABLE} ${field}`),
    );
  });

  it("if another code of the same promotion has already been entered", () => {
    const terms = aPromotion(BRANCH);
    const codes = ["A", "B"].map((code): PromoCode => ({
      code,
      found: { kind: "own", terms, uses: NO_USES },
    }));
    expect(judged(codes).userErrors).toEqual([`${NOT_COMBINABLE} input.promoCodes.1`]);
  });

  it("with the reason in both languages", () => {
    const { userErrors } = applyPromotions(
      [own("X", { startsOn: "2026-12-01" }), own("Y", { minimumSum: 150_000 })],
      BASKET,
    );
    expect(userErrors.map(({ message }) => message)).toEqual([
      { ru: "Промокод действует с 01.12.2026", en: "The promo code is valid from 2026-12-01" },
      {
        ru: "Промокод действует для заказов от 1500.00",
        en: "The promo code is valid for orders from 1500.00",
      },
    ]);
  });

  it("in no case when its terms set no limits", () => {
    const much = { total: 9, ofCode: 9, byCustomer: 9, ordersOfCustomer: 9 };
    expect(usesError(aPromotion(BRANCH), much)).toBeUndefined();
    expect(
      usesError(aPromotion(BRANCH, { usageLimit: 10, usesPerCode: 10 }), much),
    ).toBeUndefined();
  });
});
