import { InjectionState } from "../../src/domain/orders/injection-state";
import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { PaymentMethod } from "../../src/domain/ticket/payment-method";
import { MessagePurpose } from "../../src/entities/orders/staff-message";
import { ACTIONS, messageOf, textOf } from "../support/printed-message";

describe("the message to the staff", () => {
  it("contains everything needed to enter the order by hand", () => {
    const text = textOf({ comment: "Позвонить", changeFrom: 500_000 });
    for (const part of [
      "1007",
      "Кафе на Лесной: доставка",
      "как можно скорее",
      "Тест, +79990000009",
      "Примерск, Тестовая, д. 5, кв. 12, подъезд 1, этаж 3, домофон 12К, Позвонить за 10 минут",
      "Комментарий: Позвонить",
      "2 × Маргарита (Большая), арт. 64: 830.00",
      "+ 2 × Песто, арт. 502",
      "+ 1 × Соус дня",
      "«без лука»",
      "Итого: 830.00 RUB, оплата наличными, сдача с 5000.00",
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain("null");
    expect(text).not.toContain("undefined");
  });

  it("lists promo codes, and marks those that only the till can accept", () => {
    const own = { code: "ОСЕНЬ-10", name: "Осень", amount: 10_000, source: "RESULT_REST" } as const;
    const given = {
      code: null,
      name: "День рождения",
      amount: 100,
      source: "RESULT_REST",
    } as const;
    const coupon = { code: "KEBAB", name: "Купоны", amount: 0, source: "IIKO" } as const;
    const text = textOf({ discount: 10_100, promotions: [given, own, coupon] });
    expect(text).toContain(
      "Промокод: ОСЕНЬ-10\nКупон, который надо ввести на кассе: KEBAB\nСкидка: −101.00",
    );
  });

  it("shows the delivery fee, discounts and points as they lead to the total", () => {
    const text = textOf({ discount: 10_000, deliveryFee: 15_000, bonusSpent: 5_000 });
    expect(text).toContain(
      "Скидка: −100.00\nДоставка: 150.00\nОплата баллами: 50.00\nИтого: 830.00 RUB",
    );
  });

  it("keeps its id, and names the order in its subject", () => {
    expect(messageOf()).toMatchObject({
      id: "message-1",
      subject: expect.stringContaining("1007") as string,
    });
  });

  it("gives the time on the branch's clock", () => {
    expect(textOf({ wantedAt: new Date("2026-03-01T12:30:00Z") })).toMatch(/1 марта 2026.*17:30/);
  });

  it("indents multi-line text from guests, so that no line passes for one of ours", () => {
    const lines = textOf({ comment: "Позвоните\r\nИтого: 0.00 RUB, ОПЛАЧЕНО онлайн" }).split("\n");
    expect(lines.filter((line) => line.startsWith("Итого"))).toEqual([
      "Итого: 830.00 RUB, оплата наличными",
    ]);
  });

  it("has no address for a pick-up", () => {
    const text = textOf({ fulfilment: Fulfilment.PICKUP, address: null });
    expect(text).toContain("самовывоз");
    expect(text).not.toContain("Адрес");
  });

  it("says when the guest has already paid", () => {
    const text = textOf({ paymentMethod: PaymentMethod.ONLINE, paidOnline: true });
    expect(text).toContain("ОПЛАЧЕНО онлайн");
  });

  it.each([
    [PaymentMethod.CARD_ON_DELIVERY, "картой при получении"],
    [PaymentMethod.ONLINE, "оплата онлайн, ещё не оплачено"],
  ])("says how the guest pays: %s", (paymentMethod, words) => {
    expect(textOf({ paymentMethod })).toContain(words);
  });

  it("says what the till answered, and only warns when the till may have the order", () => {
    const fault = {
      code: "InvalidPhone",
      message: "Phone is wrong",
      correlationId: null,
      retryable: false,
    };
    const refused = textOf({ lastFault: { ...fault, mayExist: false } });
    expect(refused).toContain("Phone is wrong (InvalidPhone)");
    expect(refused).not.toContain("ВНИМАНИЕ");
    expect(textOf({ lastFault: { ...fault, mayExist: true } })).toContain(
      "ВНИМАНИЕ: касса могла получить этот заказ",
    );
  });

  it("explains a known refusal and what to do about it, in the reader's language", () => {
    const reason = {
      message: { ru: "Телефон не принят", en: "The phone was not taken" },
      fix: { ru: "Позвоните гостю", en: "Call the guest" },
    };
    const lastFault = {
      code: "InvalidPhone",
      message: "Phone is wrong",
      reason,
      correlationId: null,
    };
    const order = { lastFault: { ...lastFault, retryable: false, mayExist: false } };
    expect(textOf(order)).toContain(
      "Причина: Телефон не принят\nЧто делать: Позвоните гостю\nОтвет кассы: Phone is wrong (InvalidPhone)",
    );
    expect(textOf(order, { language: "en" })).toContain("What to do: Call the guest");
  });

  it("is in English for those who read English, except dishes and guests' text", () => {
    const fault = {
      code: "InvalidPhone",
      message: "Phone is wrong",
      correlationId: null,
      retryable: false,
    };
    const text = textOf(
      { changeFrom: 500_000, lastFault: { ...fault, mayExist: true } },
      { language: "en" },
    );
    for (const part of [
      "Order № 1007 did not reach the till",
      "CAUTION: the till may have this order",
      "Кафе на Лесной: delivery",
      "as soon as possible",
      "Примерск, Тестовая, house 5, flat 12, entrance 1, floor 3, doorphone 12К",
      "2 × Маргарита (Большая), article 64: 830.00",
      "Total: 830.00 RUB, to be paid in cash, change from 5000.00",
      "Reason: Phone is wrong (InvalidPhone)",
    ]) {
      expect(text).toContain(part);
    }
  });

  it("says right at its beginning that it is a repeat", () => {
    const { subject, text } = messageOf({}, { repeated: true });
    expect(subject).toMatch(/^ПОВТОР\. Заказ № 1007/);
    expect(text).toMatch(/^ПОВТОР\. Заказ № 1007/);
    expect(textOf({}, { repeated: true, language: "en" })).toMatch(/^REPEAT\. Order № 1007/);
  });

  it("contains links while there is something to do, and none in a correction or an alert", () => {
    expect(messageOf().actions).toEqual(ACTIONS);
    expect(messageOf({}, { purpose: MessagePurpose.CORRECTION })).not.toHaveProperty("actions");
    expect(messageOf({}, { purpose: MessagePurpose.ALERT })).not.toHaveProperty("actions");
  });

  it.each([
    [InjectionState.IN_POS, "Заказ № 1007 всё-таки на кассе под номером 42"],
    [InjectionState.CANCELLED_BEFORE_SEND, "Заказ № 1007 отменён"],
  ])("corrects what the staff were told when the order is %s", (injectionState, words) => {
    const text = textOf(
      { injectionState, posNumber: "42" },
      { purpose: MessagePurpose.CORRECTION },
    );
    expect(text).toContain(words);
    expect(text).toContain("Не вносите его вручную");
    expect(text).not.toContain("+79990000009");
  });

  it("says how late an order is", () => {
    const createdAt = new Date("2026-03-01T11:54:30Z");
    expect(textOf({ createdAt }, { purpose: MessagePurpose.ALERT })).toContain(
      "Заказ № 1007 уже 5 мин не на кассе",
    );
  });
});
