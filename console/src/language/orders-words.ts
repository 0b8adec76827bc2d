import { type AttemptOutcome, type InjectionState, type OrderStatus } from "../orders/operations";

/** How an order stands, wherever it is shown. */
export interface OrdersWords {
  readonly states: Record<InjectionState, string>;
  readonly statuses: Record<OrderStatus, string>;
  readonly outcomes: Record<AttemptOutcome, string>;
  readonly underWay: string;
}
