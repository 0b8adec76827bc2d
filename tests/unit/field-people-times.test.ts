import { InjectionState } from "../../src/domain/orders/injection-state";
import { type Progressing, progressOf } from "../../src/domain/orders/order-progress";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { type Locale } from "../../src/domain/texts/locale";
import { Fulfilment } from "../../src/domain/ticket/order-ticket";

/** 15:00 in Moscow, 17:00 in Yekaterinburg. */
const NOW = new Date("2026-12-01T12:00:00Z");
const YESTERDAY = new Date("2026-11-30T12:00:00Z");
const IN_48_MINUTES = new Date("2026-12-01T12:48:00Z");

const { NEW, ACCEPTED, COOKING } = OrderStatus;
const { DELIVERED, CLOSED, CANCELLED } = OrderStatus;
const { QUEUED, IN_POS, FALLBACK_SENT, ENTERED_BY_HAND } = InjectionState;
const { DELIVERY, PICKUP } = Fulfilment;

function anOrder(overrides: Partial<Progressing>): Progressing {
  return {
    fulfilment: DELIVERY,
    status: NEW,
    injectionState: IN_POS,
    handedOverAt: null,
    createdAt: NOW,
    statusChangedAt: NOW,
    wantedAt: null,
    promisedAt: IN_48_MINUTES,
    promisedFrom: null,
    promisedTo: null,
    estimatedAt: null,
    courier: null,
    ...overrides,
  };
}

function told(overrides: Partial<Progressing>, locale: Locale = "ru", timeZone = "Europe/Moscow") {
  return progressOf(anOrder(overrides), { now: NOW, timeZone, locale });
}

const WITH_PEOPLE = "Заказом занимаются сотрудники ресторана: если будут вопросы, они вам позвонят";

describe("The times of an order", () => {
  it("are in the branch's time zone, whoever reads them", () => {
    expect(told({ status: COOKING }, "ru", "Asia/Yekaterinburg").summary).toBe(
      "Готовится · ожидается к 17:48",
    );
    expect(told({ status: COOKING }, "en", "America/New_York").summary).toBe(
      "Cooking · expected by 07:48",
    );
  });

  it("include their day when it is not today by the branch's calendar", () => {
    const late = new Date("2026-12-01T21:30:00Z");
    expect(told({ status: COOKING, promisedAt: late }).summary).toBe(
      "Готовится · ожидается 2 декабря к 00:30",
    );
    expect(told({ status: COOKING, promisedAt: late }, "en", "Europe/London").summary).toBe(
      "Cooking · expected by 21:30",
    );
    const nextYear = new Date("2027-01-01T09:00:00Z");
    expect(told({ status: ACCEPTED, promisedAt: nextYear }, "en").summary).toBe(
      "Accepted by the restaurant · expected on 1 January 2027 by 12:00",
    );
  });

  it("are the promised interval, unless the POS's own time lies outside it", () => {
    const interval = {
      status: COOKING,
      promisedFrom: new Date("2026-12-01T12:40:00Z"),
      promisedTo: new Date("2026-12-01T13:05:00Z"),
    };
    expect(told(interval).summary).toBe("Готовится · ожидается 15:40–16:05");
    expect(told(interval, "en").summary).toBe("Cooking · expected 15:40–16:05");
    expect(told(interval, "ru", "Asia/Vladivostok").summary).toBe(
      "Готовится · ожидается 22:40–23:05",
    );
    const later = new Date("2026-12-01T13:06:00Z");
    expect(told({ ...interval, estimatedAt: later }).summary).toBe("Готовится · ожидается к 16:06");
    expect(told(interval).expectedAt).toEqual(IN_48_MINUTES);
  });

  it("are worded in the past tense once they have passed", () => {
    const past = { status: COOKING, promisedAt: new Date("2026-12-01T11:00:00Z") };
    expect(told(past).summary).toBe("Готовится · ожидался к 14:00");
    expect(told({ ...past, fulfilment: PICKUP }).summary).toBe(
      "Готовится · должен был быть готов к 14:00",
    );
    expect(told(past, "en").summary).toBe("Cooking · was expected by 14:00");
  });

  it("are the guest's wish when nobody has promised any", () => {
    const wanted = { promisedAt: null, wantedAt: new Date("2026-12-02T16:00:00Z") };
    expect(told({ ...wanted, injectionState: QUEUED }).summary).toBe(
      "Заказ оформлен · вы просили 2 декабря к 19:00",
    );
    expect(told({ ...wanted, injectionState: ENTERED_BY_HAND }, "en").summary).toBe(
      "Accepted by the restaurant · wanted on 2 December by 19:00",
    );
    expect(told({ wantedAt: wanted.wantedAt, status: COOKING }).summary).toBe(
      "Готовится · ожидается к 15:48",
    );
  });

  it("say which day an order belongs to if it is not today's", () => {
    const earlier = { createdAt: YESTERDAY, statusChangedAt: YESTERDAY, promisedAt: YESTERDAY };
    expect(told({ ...earlier, status: DELIVERED }).summary).toBe("Доставлен · 30 ноября, 15:00");
    expect(told({ ...earlier, status: CANCELLED }).summary).toBe("Отменён · 30 ноября, 15:00");
    expect(told({ ...earlier, status: CLOSED, fulfilment: PICKUP }, "en").summary).toBe(
      "Collected · 30 November, 15:00",
    );
    expect(told({ ...earlier, status: COOKING }).summary).toBe(
      "Готовится · ожидался 30 ноября к 15:00 · оформлен 30 ноября",
    );
    expect(told({ ...earlier, injectionState: FALLBACK_SENT }).summary).toBe(
      `${WITH_PEOPLE} · оформлен 30 ноября`,
    );
  });
});
