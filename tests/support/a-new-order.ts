import { randomUUID } from "node:crypto";

import { type WantedLine } from "../../src/domain/checkout/pricing";
import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { PaymentMethod } from "../../src/domain/ticket/payment-method";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { anAddress } from "./an-order-ticket";

export function aWantedLine(overrides: Partial<WantedLine> = {}): WantedLine {
  return {
    article: "301",
    sizeId: null,
    quantity: 1000,
    options: [],
    comment: null,
    expectedUnitPrice: null,
    ...overrides,
  };
}

/** A delivery of one dish, paid in cash; `overrides` contain only what a test is about. */
export function aNewOrder(branchId: string, overrides: Partial<NewOrder> = {}): NewOrder {
  return {
    idempotencyKey: randomUUID(),
    branchId,
    fulfilment: Fulfilment.DELIVERY,
    lines: [aWantedLine()],
    customer: { name: "Тест", phone: "+79990000009", joinsLoyalty: false },
    address: anAddress,
    wantedAt: null,
    payment: {
      method: PaymentMethod.CASH,
      paidOnline: false,
      externalPaymentId: null,
      changeFrom: null,
    },
    expectedTotal: null,
    onPriceMismatch: "REJECT",
    comment: null,
    ...overrides,
  };
}
