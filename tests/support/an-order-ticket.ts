import { randomUUID } from "node:crypto";

import {
  type Address,
  Fulfilment,
  type OrderTicket,
  type TicketLine,
} from "../../src/domain/ticket/order-ticket";
import { PaymentMethod } from "../../src/domain/ticket/payment-method";

export const anAddress: Address = {
  city: "Примерск",
  street: "Тестовая",
  house: "5",
  building: null,
  flat: "12",
  entrance: "1",
  floor: "3",
  doorphone: "12К",
  comment: "Позвонить за 10 минут",
  latitude: 55.1,
  longitude: 37.2,
};

export function aTicketLine(overrides: Partial<TicketLine> = {}): TicketLine {
  return {
    posProductId: "4f8c8319-da11-47c6-abfa-6b3de83102f9",
    posSizeId: null,
    compound: false,
    halves: null,
    parts: null,
    article: "00301",
    name: "Борщ",
    sizeName: null,
    quantity: 1000,
    unitPrice: 39000,
    total: 39000,
    comment: null,
    options: [],
    ...overrides,
  };
}

/** A delivery of one dish, paid in cash; `overrides` contain only what a test is about. */
export function anOrderTicket(overrides: Partial<OrderTicket> = {}): OrderTicket {
  return {
    posOrderId: randomUUID(),
    number: "RR-100500",
    fulfilment: Fulfilment.DELIVERY,
    currencyCode: "RUB",
    customer: { name: "Тест", phone: "+79990000009", joinsLoyalty: true },
    address: anAddress,
    wantedAt: null,
    comment: null,
    lines: [aTicketLine()],
    payments: [
      {
        method: PaymentMethod.CASH,
        posPaymentTypeId: "dea65430-24a3-4053-ae39-783fd1fcb352",
        sum: 39000,
        processedExternally: false,
      },
    ],
    paidOnline: false,
    deliveryFee: null,
    discount: null,
    posPromotions: [],
    promoCode: null,
    usedCodes: [],
    changeFrom: null,
    total: 39000,
    acceptTimeoutSeconds: 60,
    ...overrides,
  };
}
