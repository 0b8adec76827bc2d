import { iiko } from "../../src/adapters/iiko/iiko-vendor";
import { type BranchSettings } from "../../src/entities/branches/branch-settings";
import { PosUnavailable } from "../../src/errors";
import { wordsOfPos } from "../../src/ports/pos/pos-guidance";
import { type PosOrderRules } from "../../src/ports/pos/pos-order-terms";
import {
  type ConnectedFindings,
  type PosFindings,
} from "../../src/services/branches/doctor/branch-findings";
import { CheckState, type Verdict } from "../../src/services/branches/doctor/health-check";
import { judgeDeliveryProduct } from "../../src/services/branches/doctor/judge-delivery";
import { judgeOrderTypes } from "../../src/services/branches/doctor/judge-dictionaries";
import * as rules from "../../src/services/branches/doctor/judge-order-rules";
import { aPosItem, aPosSize } from "../support/a-pos-menu";

const USUAL: PosOrderRules = {
  takesAnonymousGuests: true,
  takesLineComments: true,
  demandsMarketingSource: false,
  addressFormat: { name: "Legacy", sentAs: "STREET_AND_HOUSE" },
  ways: "BOTH",
  waitsForConfirmation: false,
  paidBeforeSending: false,
  currencyCode: "RUB",
};
const UNKNOWN = Object.fromEntries(
  Object.keys(USUAL).map((rule) => [rule, null]),
) as unknown as PosOrderRules;
const SITE = { posId: "42a379ab-ed6d-43cf-adaa-d0027b08f79c", name: "Сайт", kind: null };
const COURIER = {
  posId: "22a379ab-ed6d-43cf-adaa-d0027b08f79c",
  name: "Курьер",
  kind: "DeliveryByCourier",
  way: "COURIER" as const,
};
const PICK_UP = {
  posId: "32a379ab-ed6d-43cf-adaa-d0027b08f79c",
  name: "Самовывоз",
  kind: "DeliveryPickUp",
  way: "PICKUP" as const,
};

function findings(
  demanded: Partial<PosOrderRules> | null,
  settings: Partial<BranchSettings> = {},
  pos: Partial<PosFindings> = {},
): ConnectedFindings {
  const orderRules = { value: demanded && { ...USUAL, ...demanded } };
  const lists = { marketingSources: { value: [SITE] }, orderTypes: { value: [COURIER, PICK_UP] } };
  const branch = { currencyCode: "RUB", acceptingDelivery: true, acceptingPickup: true };
  return {
    branch,
    settings,
    vendor: wordsOfPos(iiko),
    pos: { orderRules, ...lists, ...pos },
  } as unknown as ConnectedFindings;
}

const JUDGES: Readonly<Record<string, (found: ConnectedFindings) => Verdict>> = {
  GUESTS_TAKEN: rules.judgeGuests,
  LINE_COMMENTS: rules.judgeLineComments,
  ADDRESS_FORMAT: rules.judgeAddressFormat,
  WAYS_OFFERED: rules.judgeWays,
  ORDER_CONFIRMATION: rules.judgeConfirmation,
  PAID_BEFORE_SENDING: rules.judgePaidBefore,
  CURRENCY_FITS: rules.judgeCurrency,
  MARKETING_SOURCE: rules.judgeMarketingSource,
  ORDER_TYPES: judgeOrderTypes,
};

/** Those that are not fine, each with a text and something to do in both languages. */
function troubles(found: ConnectedFindings): string[] {
  return Object.entries(JUDGES).flatMap(([code, judge]) => {
    const { state, message, fix } = judge(found);
    if (state === CheckState.OK) return [];
    for (const text of [message, ...(fix ? [fix] : [])]) expect(text.ru).toMatch(/[а-яё]/i);
    if (state !== CheckState.NOT_CHECKED) expect(fix?.en).toBeTruthy();
    return [`${code} ${state}`];
  });
}

describe("what an organization requires of orders", () => {
  it("is fine when it requires what the gateway sends or nothing, or does not say", () => {
    expect(troubles(findings({}))).toEqual([]);
    expect(troubles(findings(null))).toEqual([]);
    expect(troubles(findings(UNKNOWN))).toEqual([]);
    expect(troubles(findings({ addressFormat: { name: "City", sentAs: "ONE_LINE" } }))).toEqual([]);
  });

  it.each<[Partial<PosOrderRules>, string]>([
    [{ takesAnonymousGuests: false }, "GUESTS_TAKEN FAILED"],
    [{ takesLineComments: false }, "LINE_COMMENTS WARNING"],
    [{ demandsMarketingSource: true }, "MARKETING_SOURCE FAILED"],
    [{ addressFormat: { name: "International", sentAs: null } }, "ADDRESS_FORMAT FAILED"],
    [{ addressFormat: { name: "IntNoPostcode", sentAs: null } }, "ADDRESS_FORMAT FAILED"],
    [{ ways: "COURIER" }, "WAYS_OFFERED FAILED"],
    [{ ways: "PICKUP" }, "WAYS_OFFERED FAILED"],
    [{ waitsForConfirmation: true }, "ORDER_CONFIRMATION WARNING"],
    [{ paidBeforeSending: true }, "PAID_BEFORE_SENDING WARNING"],
    [{ currencyCode: "KZT" }, "CURRENCY_FITS FAILED"],
  ])("is reported, and nothing else: %j", (demanded, expected) => {
    expect(troubles(findings(demanded))).toEqual([expected]);
  });

  it("is met by what the branch has chosen, but only while iiko has it", () => {
    const demanded = { demandsMarketingSource: true };
    expect(troubles(findings(demanded, { marketingSourceId: SITE.posId }))).toEqual([]);
    expect(troubles(findings({}, { marketingSourceId: COURIER.posId }))).toEqual([
      "MARKETING_SOURCE FAILED",
    ]);
    const chosen = { deliveryOrderTypeId: COURIER.posId, pickupOrderTypeId: PICK_UP.posId };
    expect(troubles(findings({}, chosen))).toEqual([]);
    for (const wrong of [
      { deliveryOrderTypeId: PICK_UP.posId },
      { pickupOrderTypeId: COURIER.posId },
      { pickupOrderTypeId: SITE.posId },
    ]) {
      expect(troubles(findings({}, { ...chosen, ...wrong }))).toEqual(["ORDER_TYPES FAILED"]);
    }
  });

  it("is not checked while iiko does not answer", () => {
    const silence = { error: new PosUnavailable("no answer") };
    const unread = troubles(findings({}, {}, { orderRules: silence }));
    expect(unread).toHaveLength(8);
    expect(unread.every((each) => each.endsWith("NOT_CHECKED"))).toBe(true);
  });
});

describe("the price of the product for the delivery fee", () => {
  const judged = (deliveryFee: number, price: number) => {
    const settings = { deliveryProductId: "fee", deliveryFee } as BranchSettings;
    const deliveryProduct = aPosItem({ sizes: [aPosSize({ posSizeId: null, price })] });
    return judgeDeliveryProduct({
      settings,
      vendor: wordsOfPos(iiko),
      storedMenu: {} as never,
      deliveryProduct,
    }).state;
  };

  it("equals the fee, or a till that checks prices refuses the order", () => {
    expect(judged(29_000, 29_000)).toBe("OK");
    expect(judged(0, 29_000)).toBe("OK");
    expect(judged(29_000, 0)).toBe("WARNING");
    expect(judged(15_000, 29_000)).toBe("WARNING");
  });
});
