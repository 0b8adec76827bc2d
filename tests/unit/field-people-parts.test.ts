import { timeInWords } from "../../packages/client/src/time-in-words";
import { nameWithoutArticle } from "../../src/domain/checkout/half-selection";
import { InjectionState } from "../../src/domain/orders/injection-state";
import { isSettled } from "../../src/domain/orders/settled-states";
import { type AppliedPromotion, isPending } from "../../src/domain/promotions/applied-promotion";
import { type TicketHalf } from "../../src/domain/ticket/order-ticket";
import { momentText } from "../../src/domain/time/moment-in-words";

describe("A time of an order", () => {
  const NOW = new Date("2026-12-31T20:30:00Z");
  const moments = [
    "2026-12-31T20:00:00Z",
    "2026-12-31T21:15:00Z",
    "2026-12-30T20:30:00Z",
    "2025-12-31T20:30:00Z",
  ];
  const zones = [
    "Europe/Moscow",
    "Asia/Yekaterinburg",
    "Europe/Kaliningrad",
    "America/New_York",
    "Asia/Almaty",
  ];

  it.each(zones)("is written the same by the gateway and the client, in %s", (timeZone) => {
    for (const locale of ["ru", "en"] as const)
      for (const at of moments)
        expect(timeInWords(at, { timeZone, locale, now: NOW })).toBe(
          momentText(new Date(at), { timeZone, locale, now: NOW }),
        );
  });

  it("includes the day when it is not today, and likewise the year", () => {
    const reader = { timeZone: "Europe/Moscow", now: NOW };
    expect(timeInWords("2026-12-31T20:00:00Z", { ...reader, locale: "ru" })).toBe("23:00");
    expect(timeInWords("2026-12-30T20:30:00Z", { ...reader, locale: "en" })).toBe(
      "30 December, 23:30",
    );
    expect(timeInWords("2026-12-31T21:15:00Z", { ...reader, locale: "en" })).toBe(
      "1 January 2027, 00:15",
    );
    expect(timeInWords("2026-12-30T20:30:00Z", { ...reader, locale: "ru" })).toBe(
      "30 декабря, 23:30",
    );
  });
});

describe("What makes an order cheaper", () => {
  const coupon: AppliedPromotion = { code: "KEBAB", name: "Купоны", amount: 0, source: "IIKO" };
  const own: AppliedPromotion = {
    code: "ОСЕНЬ",
    name: "Осень",
    amount: 100,
    source: "RESULT_REST",
  };
  const pos = { posProgramId: "p", name: "День рождения", lines: [{ position: 0, amount: 50 }] };
  const told: AppliedPromotion = { code: null, name: pos.name, amount: 50, source: "IIKO", pos };

  it("is pending when only the POS can calculate it", () => {
    expect([own, coupon].map((each) => isPending(each, [own, coupon]))).toEqual([false, true]);
  });

  it("is not pending once the POS has reported what its programme gives with it", () => {
    expect([coupon, told].map((each) => isPending(each, [coupon, told]))).toEqual([false, false]);
  });
});

describe("A dish of two halves", () => {
  const half = (name: string, article: string): TicketHalf => ({
    posProductId: article,
    article,
    name,
    price: 100,
    options: [],
  });

  it.each([
    [
      "½ Маргарита + ½ Дьябло (A-123)",
      [half("Маргарита", "64"), half("Дьябло", "A-123")],
      "½ Маргарита + ½ Дьябло",
    ],
    ["½ A + ½ B (00102)", [half("A", "1"), half("B", "00102")], "½ A + ½ B"],
    ["Пицца (30 см)", null, "Пицца (30 см)"],
  ] as const)("is named by its dishes alone, even in earlier orders: %s", (name, halves, shown) => {
    expect(nameWithoutArticle({ name, halves })).toBe(shown);
  });
});

describe("What has to be done about an order", () => {
  it("is shown until the POS or the staff have settled it", () => {
    const settled = Object.values(InjectionState).filter(isSettled).sort();
    expect(settled).toEqual(["CANCELLED_BEFORE_SEND", "ENTERED_BY_HAND", "IN_POS", "NOT_REQUIRED"]);
  });
});
