import { Fulfilment } from "../../src/domain/order-ticket";
import { PaymentMethod } from "../../src/domain/payment-method";
import { type Branch } from "../../src/entities/branch";
import { Order } from "../../src/entities/order";
import { type OrderLine } from "../../src/entities/order-line";
import { fallbackMessage } from "../../src/services/orders/fallback-message";
import { anAddress, aTicketLine } from "../support/an-order-ticket";

const BRANCH = { name: "Кафе на Лесной", timeZone: "Asia/Yekaterinburg" } as Branch;

function aStoredOrder(overrides: Partial<Order> = {}): Order {
  return Object.assign(new Order(), {
    number: "1007",
    fulfilment: Fulfilment.DELIVERY,
    customerName: "Тест",
    customerPhone: "+79990000009",
    address: anAddress,
    wantedAt: null,
    comment: null,
    paymentMethod: PaymentMethod.CASH,
    paidOnline: false,
    changeFrom: null,
    currencyCode: "RUB",
    total: 83_000,
    lastFault: null,
    ...overrides,
  });
}

const LINES = [
  aTicketLine({
    name: "Маргарита",
    article: "64",
    sizeName: "Большая",
    quantity: 2000,
    total: 83_000,
    comment: "без лука",
    options: [
      { posProductId: "p", posGroupId: null, name: "Песто", article: "502", quantity: 2000, price: 4_500 },
      { posProductId: "q", posGroupId: null, name: "Соус дня", article: null, quantity: 1000, price: 0 },
    ],
  }),
].map((line) => line as unknown as OrderLine);

function textOf(overrides: Partial<Order> = {}): string {
  return fallbackMessage("message-1", aStoredOrder(overrides), LINES, BRANCH).text;
}

describe("the message to people", () => {
  it("carries all that is needed to enter the order by hand", () => {
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

  it("keeps its id and names the order in its subject", () => {
    expect(fallbackMessage("message-1", aStoredOrder(), LINES, BRANCH)).toMatchObject({
      id: "message-1",
      subject: expect.stringContaining("1007") as string,
    });
  });

  it("tells the time on the branch's clock", () => {
    expect(textOf({ wantedAt: new Date("2026-03-01T12:30:00Z") })).toMatch(/1 марта 2026.*17:30/);
  });

  it("indents what guests write over several lines, so that none passes for a line of ours", () => {
    const lines = textOf({ comment: "Позвоните\r\nИтого: 0.00 RUB, ОПЛАЧЕНО онлайн" }).split("\n");
    expect(lines.filter((line) => line.startsWith("Итого"))).toEqual(["Итого: 830.00 RUB, оплата наличными"]);
  });

  it("has no address for a pick-up", () => {
    const text = textOf({ fulfilment: Fulfilment.PICKUP, address: null });
    expect(text).toContain("самовывоз");
    expect(text).not.toContain("Адрес");
  });

  it("says when the guest has paid already", () => {
    const text = textOf({ paymentMethod: PaymentMethod.ONLINE, paidOnline: true });
    expect(text).toContain("ОПЛАЧЕНО онлайн");
  });

  it.each([
    [PaymentMethod.CARD_ON_DELIVERY, "картой при получении"],
    [PaymentMethod.ONLINE, "оплата онлайн"],
  ])("says how the guest pays: %s", (paymentMethod, words) => {
    expect(textOf({ paymentMethod })).toContain(words);
  });

  it("says what the till answered, and warns only when the till may have the order", () => {
    const fault = { code: "InvalidPhone", message: "Phone is wrong", correlationId: null, retryable: false };
    const refused = textOf({ lastFault: { ...fault, mayExist: false } });
    expect(refused).toContain("Phone is wrong (InvalidPhone)");
    expect(refused).not.toContain("ВНИМАНИЕ");
    expect(textOf({ lastFault: { ...fault, mayExist: true } })).toContain("ВНИМАНИЕ: касса могла получить этот заказ");
  });
});
