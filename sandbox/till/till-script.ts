import { type OrderBody, type OrderStatus } from "../orders/order-body";

/**
 * How long an order stays in each status before the till moves it on, in seconds at speed 1; it is
 * Delivered after 25.
 */
const COURIER: Partial<Record<OrderStatus, { seconds: number; next: OrderStatus }>> = {
  WaitCooking: { seconds: 4, next: "CookingStarted" },
  ReadyForCooking: { seconds: 1, next: "CookingStarted" },
  CookingStarted: { seconds: 7, next: "CookingCompleted" },
  CookingCompleted: { seconds: 2, next: "Waiting" },
  Waiting: { seconds: 4, next: "OnWay" },
  OnWay: { seconds: 8, next: "Delivered" },
  Delivered: { seconds: 5, next: "Closed" },
};

/** A guest who picks up the order replaces the courier. */
const PICK_UP: typeof COURIER = {
  ...COURIER,
  Waiting: { seconds: 12, next: "Delivered" },
};

/** What the till does next, or undefined when it waits for someone or is finished. */
export function nextStep(order: OrderBody): { seconds: number; next: OrderStatus } | undefined {
  return (order.orderType.orderServiceType === "DeliveryByClient" ? PICK_UP : COURIER)[
    order.status
  ];
}
