import {
  type CancelCause,
  type Discount,
  type MarketingSource,
  type OrderType,
  type PaymentType,
} from "./model";
import { stableId } from "./stable-id";

export const demoPaymentTypes: PaymentType[] = [
  paymentType("CASH", "Наличные", { paymentTypeKind: "Cash" }),
  paymentType("CARD", "Карта курьеру", { paymentTypeKind: "Card" }),
  paymentType("SITE", "Оплата на сайте", {
    paymentTypeKind: "External",
    paymentProcessingType: "External",
  }),
  paymentType("BONUS", "Бонусы", { paymentTypeKind: "IikoCard" }),
  paymentType("OLD", "Старый сайт", {
    paymentTypeKind: "External",
    paymentProcessingType: "External",
    isDeleted: true,
  }),
  paymentType("INNER", "Питание сотрудников", {
    paymentTypeKind: "External",
    paymentProcessingType: "Internal",
  }),
];

export const demoDiscounts: Discount[] = [
  discount("Универсальная скидка для Result.Rest", { mode: "FlexibleSum" }),
  discount("Самовывоз 10 %", { mode: "Percent", percent: 10 }),
  discount("Промокод 200", { mode: "FixedSum", sum: 200, isDeleted: true }),
];

export const demoOrderTypes: OrderType[] = [
  orderType("Доставка курьером", "DeliveryByCourier"),
  orderType("Самовывоз", "DeliveryPickUp"),
  orderType("В зале", "Common"),
];

export const demoMarketingSources: MarketingSource[] = [
  { id: stableId("marketing source", "Сайт"), name: "Сайт", isDeleted: false },
  { id: stableId("marketing source", "Листовки"), name: "Листовки", isDeleted: true },
];

export const demoCancelCauses: CancelCause[] = [
  "Отказ гостя",
  "Нет продукта",
  "Не дозвонились до гостя",
].map((name) => ({ id: stableId("cancel cause", name), name }));

function paymentType(
  code: string,
  name: string,
  rest: Partial<PaymentType> & Pick<PaymentType, "paymentTypeKind">,
): PaymentType {
  return {
    id: stableId("payment type", code),
    code,
    name,
    paymentProcessingType: "Both",
    isDeleted: false,
    ...rest,
  };
}

function discount(name: string, rest: Partial<Discount> & Pick<Discount, "mode">): Discount {
  return { id: stableId("discount", name), name, percent: 0, sum: 0, isDeleted: false, ...rest };
}

function orderType(name: string, orderServiceType: OrderType["orderServiceType"]): OrderType {
  return { id: stableId("order type", name), name, orderServiceType, isDeleted: false };
}
