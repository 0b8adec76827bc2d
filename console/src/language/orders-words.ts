import {
  type AttemptOutcome,
  type Fulfilment,
  type InjectionState,
  type OrderStatus,
  type PaymentMethod,
} from "../orders/operations";

/** What the panel of orders says. */
export interface OrdersWords {
  readonly live: string;
  readonly connecting: string;
  readonly none: string;
  readonly waiting: (count: number) => string;
  readonly more: (shown: number) => string;
  readonly axes: string;
  readonly columns: readonly string[];
  readonly states: Record<InjectionState, string>;
  readonly statuses: Record<OrderStatus, string>;
  readonly outcomes: Record<AttemptOutcome, string>;
  readonly underWay: string;
  readonly back: string;
  readonly order: (number: string) => string;
  readonly posNumber: (number: string) => string;
  readonly placedAt: (time: string, branch: string) => string;
  readonly guestSees: (summary: string) => string;
  readonly ticket: string;
  readonly guest: string;
  readonly erased: string;
  readonly fulfilments: Record<Fulfilment, string>;
  readonly asSoonAsPossible: string;
  readonly wantedAt: (time: string) => string;
  readonly address: string;
  readonly comment: string;
  readonly subtotal: string;
  readonly discount: string;
  readonly deliveryFee: string;
  readonly points: string;
  readonly promoCode: string;
  readonly coupon: string;
  readonly total: string;
  readonly methods: Record<PaymentMethod, string>;
  readonly paidOnline: string;
  readonly takeNothing: string;
  readonly take: (sum: string) => string;
  readonly change: (from: string, change: string) => string;
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
