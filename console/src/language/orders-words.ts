import { type AttemptOutcome, type InjectionState, type OrderStatus } from "../orders/operations";

/** The state of an order, wherever it is shown. */
export interface OrdersWords {
  readonly states: Record<InjectionState, string>;
  readonly statuses: Record<OrderStatus, string>;
  readonly outcomes: Record<AttemptOutcome, string>;
  readonly underWay: string;
}
