import { InjectionState } from "../../src/domain/orders/injection-state";
import { type Progressing, progressOf } from "../../src/domain/orders/order-progress";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { type Locale } from "../../src/domain/texts/locale";
import { Fulfilment } from "../../src/domain/ticket/order-ticket";

/** 15:00 in Moscow, 17:00 in Yekaterinburg. */
const NOW = new Date("2026-12-01T12:00:00Z");
const IN_48_MINUTES = new Date("2026-12-01T12:48:00Z");

const { NEW, UNCONFIRMED, ACCEPTED, QUEUED_FOR_COOKING, COOKING, READY, WAITING_FOR_COURIER } =
  OrderStatus;
const { ON_THE_WAY, DELIVERED, CLOSED, CANCELLED } = OrderStatus;
const { QUEUED, IN_POS, FALLBACK_SENT, DEAD_LETTERED, ENTERED_BY_HAND, OUTCOME_UNKNOWN } =
  InjectionState;
const { CANCELLED_BEFORE_SEND } = InjectionState;
const { DELIVERY, PICKUP, DINE_IN } = Fulfilment;

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

/** "Заказ оформлен✓ Ресторан принял заказ": ticked steps, followed by the others. */
function ticked(overrides: Partial<Progressing>): string {
  const { steps } = told(overrides);
  return steps
    .map(({ name, done, current }) => `${name}${done ? "✓" : ""}${current ? "!" : ""}`)
    .join(", ");
}

const WITH_PEOPLE = "Заказом занимаются сотрудники ресторана: если будут вопросы, они вам позвонят";
const CALL = "Ресторан ещё не подтвердил заказ: позвоните, пожалуйста, и назовите его номер";

describe("What a guest is told about an order in one line", () => {
  it.each<[Fulfilment, OrderStatus, InjectionState, ru: string, en: string]>([
    [DELIVERY, NEW, QUEUED, "Заказ оформлен", "Ordered"],
    [DELIVERY, NEW, OUTCOME_UNKNOWN, "Заказ оформлен", "Ordered"],
    [
      DELIVERY,
      NEW,
      IN_POS,
      "Ресторан получил заказ · ожидается к 15:48",
      "The restaurant has got the order · expected by 15:48",
    ],
    [
      DELIVERY,
      UNCONFIRMED,
      IN_POS,
      "Ресторан проверяет заказ · ожидается к 15:48",
      "The restaurant is checking the order · expected by 15:48",
    ],
    [
      DELIVERY,
      NEW,
      FALLBACK_SENT,
      WITH_PEOPLE,
      "The restaurant's staff are taking care of the order: they will call you if they have questions",
    ],
    [
      PICKUP,
      NEW,
      DEAD_LETTERED,
      CALL,
      "The restaurant has not confirmed the order yet: please call and give its number",
    ],
    [DELIVERY, ACCEPTED, ENTERED_BY_HAND, "Ресторан принял заказ", "Accepted by the restaurant"],
    [PICKUP, NEW, ENTERED_BY_HAND, "Ресторан принял заказ", "Accepted by the restaurant"],
    [
      DELIVERY,
      ACCEPTED,
      IN_POS,
      "Ресторан принял заказ · ожидается к 15:48",
      "Accepted by the restaurant · expected by 15:48",
    ],
    [
      PICKUP,
      QUEUED_FOR_COOKING,
      IN_POS,
      "Ждёт своей очереди на кухне · будет готов к 15:48",
      "Waiting for the kitchen · ready by 15:48",
    ],
    [DELIVERY, COOKING, IN_POS, "Готовится · ожидается к 15:48", "Cooking · expected by 15:48"],
    [DINE_IN, COOKING, IN_POS, "Готовится · будет готов к 15:48", "Cooking · ready by 15:48"],
    [
      DELIVERY,
      READY,
      IN_POS,
      "Готов и ждёт курьера · ожидается к 15:48",
      "Ready, waiting for the courier · expected by 15:48",
    ],
    [PICKUP, READY, IN_POS, "Готов, можно забирать", "Ready to collect"],
    [PICKUP, WAITING_FOR_COURIER, IN_POS, "Готов, можно забирать", "Ready to collect"],
    [PICKUP, ON_THE_WAY, IN_POS, "Готов, можно забирать", "Ready to collect"],
    [DINE_IN, ON_THE_WAY, IN_POS, "Готов", "Ready"],
    [DELIVERY, ON_THE_WAY, IN_POS, "В пути · ожидается к 15:48", "On the way · expected by 15:48"],
    [DELIVERY, DELIVERED, IN_POS, "Доставлен", "Delivered"],
    [PICKUP, DELIVERED, IN_POS, "Выдан", "Collected"],
    [DINE_IN, CLOSED, IN_POS, "Подан", "Served"],
    [PICKUP, CLOSED, IN_POS, "Выдан", "Collected"],
    [DELIVERY, CANCELLED, IN_POS, "Отменён", "Cancelled"],
    [PICKUP, CANCELLED, CANCELLED_BEFORE_SEND, "Отменён", "Cancelled"],
    [PICKUP, COOKING, CANCELLED_BEFORE_SEND, "Отменён", "Cancelled"],
  ])("%s %s %s: %s", (fulfilment, status, injectionState, ru, en) => {
    const order = { fulfilment, status, injectionState };
    expect(told(order).summary).toBe(ru);
    expect(told(order, "en").summary).toBe(en);
  });

  it("says that the staff have it once they are notified, but not after it goes to the POS again", () => {
    const asked = { handedOverAt: NOW, injectionState: InjectionState.RETRY_SCHEDULED };
    expect(told(asked).summary).toBe(WITH_PEOPLE);
    expect(told({ ...asked, handedOverAt: null }).summary).toBe("Заказ оформлен");
    expect(told({ ...asked, injectionState: IN_POS }).stage).toBe("RECEIVED");
  });

  it("names the courier only on the way", () => {
    const courier = { name: "Пётр" };
    expect(told({ courier, status: ON_THE_WAY }).headline).toBe("В пути");
    expect(told({ courier, status: ON_THE_WAY }).summary).toBe(
      "В пути · курьер: Пётр · ожидается к 15:48",
    );
    for (const status of [COOKING, DELIVERED, CANCELLED])
      expect(told({ courier, status }).summary).not.toContain("Пётр");
    expect(told({ courier, status: ON_THE_WAY, fulfilment: PICKUP }).summary).not.toContain("Пётр");
  });
});

describe("The steps of an order", () => {
  it("follow its way to the guest", () => {
    expect(ticked({ status: ON_THE_WAY })).toBe(
      "Заказ оформлен✓, Ресторан принял заказ✓, Готовится✓, Готов✓, В пути✓!, Доставлен",
    );
    expect(ticked({ status: ON_THE_WAY, fulfilment: PICKUP })).toBe(
      "Заказ оформлен✓, Ресторан принял заказ✓, Готовится✓, Можно забирать✓!, Выдан",
    );
    expect(ticked({ status: CLOSED, fulfilment: DINE_IN })).toBe(
      "Заказ оформлен✓, Ресторан принял заказ✓, Готовится✓, Готов✓, Подан✓!",
    );
  });

  it("are ticked only for what has been confirmed", () => {
    const rest = "Заказ оформлен✓!, Ресторан принял заказ, Готовится, Готов, В пути, Доставлен";
    for (const injectionState of [QUEUED, OUTCOME_UNKNOWN, FALLBACK_SENT, DEAD_LETTERED, IN_POS])
      expect(ticked({ injectionState })).toBe(rest);
  });

  it("end with the acceptance of an order entered by hand, and are empty for a cancelled one", () => {
    expect(ticked({ injectionState: ENTERED_BY_HAND })).toBe(
      "Заказ оформлен✓, Ресторан принял заказ✓!",
    );
    expect(ticked({ status: CANCELLED })).toBe("");
  });

  it("contain each status exactly once for each kind of fulfilment", () => {
    for (const fulfilment of Object.values(Fulfilment)) {
      const statuses = told({ fulfilment, status: COOKING }).steps.flatMap((step) => step.statuses);
      const expected = Object.values(OrderStatus).filter((status) => status !== CANCELLED);
      expect([...statuses].sort()).toEqual(expected.sort());
    }
  });
});
