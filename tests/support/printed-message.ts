import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { PaymentMethod } from "../../src/domain/ticket/payment-method";
import { type Branch } from "../../src/entities/branches/branch";
import { Order } from "../../src/entities/orders/order";
import { type OrderLine } from "../../src/entities/orders/order-line";
import { MessagePurpose, type StaffMessage } from "../../src/entities/orders/staff-message";
import { type FallbackMessage } from "../../src/ports/fallback-channel";
import { fallbackMessage } from "../../src/services/fallback/fallback-message";
import { anAddress, aTicketLine } from "./an-order-ticket";

const BRANCH = { name: "Кафе на Лесной", timeZone: "Asia/Yekaterinburg" } as Branch;

function aStoredOrder(overrides: Partial<Order> = {}): Order {
  return Object.assign(new Order(), {
    number: "1007",
    createdAt: new Date("2026-03-01T11:00:00Z"),
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
    promotions: [],
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
      {
        posProductId: "p",
        posGroupId: null,
        name: "Песто",
        article: "502",
        quantity: 2000,
        price: 4_500,
      },
      {
        posProductId: "q",
        posGroupId: null,
        name: "Соус дня",
        article: null,
        quantity: 1000,
        price: 0,
      },
    ],
  }),
].map((line) => line as unknown as OrderLine);

const NOW = new Date("2026-03-01T12:00:00Z");
export const ACTIONS = [{ label: "Внесён вручную", url: "https://gateway.test/fallback/a" }];

export function messageOf(
  overrides: Partial<Order> = {},
  delivery: Partial<StaffMessage> = {},
): FallbackMessage {
  const told = { order: aStoredOrder(overrides), lines: LINES, branch: BRANCH, now: NOW };
  const row = {
    id: "message-1",
    purpose: MessagePurpose.HAND_OVER,
    language: "ru",
    repeated: false,
  } as const;
  return fallbackMessage({ ...row, ...delivery }, told, ACTIONS);
}

export function textOf(
  overrides: Partial<Order> = {},
  delivery: Partial<StaffMessage> = {},
): string {
  return messageOf(overrides, delivery).text;
}
