import { type AttemptOutcome, type InjectionState, type OrderStatus } from "../orders/operations";

/** What the panel of orders says. */
export interface OrdersWords {
  readonly live: string;
  readonly connecting: string;
  readonly none: string;
  readonly axes: string;
  readonly columns: readonly string[];
  readonly states: Record<InjectionState, string>;
  readonly statuses: Record<OrderStatus, string>;
  readonly outcomes: Record<AttemptOutcome, string>;
  readonly underWay: string;
  readonly back: string;
  readonly order: (number: string) => string;
  readonly posNumber: (number: string) => string;
  readonly timeline: string;
  readonly attempts: (tries: number, messages: number) => string;
  readonly next: (time: string) => string;
  readonly retry: string;
  readonly retryQuestion: string;
  readonly force: string;
  readonly retryAll: (count: number) => string;
  readonly retryAllQuestion: string;
  readonly byHand: string;
  readonly byHandQuestion: string;
  readonly posNumberField: string;
  readonly noteField: string;
  readonly cancel: string;
  readonly cancelQuestion: string;
  readonly reasonField: string;
}
