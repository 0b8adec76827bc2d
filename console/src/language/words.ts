import { type AttemptOutcome, type InjectionState, type OrderStatus } from "../orders/operations";

/** What the console says; one dictionary for each language. */
export interface Words {
  readonly bar: {
    readonly title: string;
    readonly branch: string;
    readonly language: string;
    readonly theme: string;
    readonly themes: Record<"system" | "light" | "dark", string>;
  };
  readonly session: {
    readonly key: string;
    readonly enter: string;
    readonly entering: string;
    readonly leave: string;
    readonly needed: string;
    readonly kept: string;
    readonly noBranch: string;
  };
  /** Of faults, by the gateway's code; `other` gets the code. */
  readonly faults: {
    readonly byCode: Readonly<Record<string, string>>;
    readonly other: (code: string) => string;
    readonly requestId: (id: string) => string;
  };
  readonly panels: Record<"tasks" | "setUp" | "orders" | "catalogue" | "jobs", string>;
  readonly tasks: {
    readonly lead: string;
    readonly open: string;
    readonly byId: Record<TaskId, { readonly title: string; readonly what: string }>;
  };
  readonly setUp: {
    readonly lead: string;
    readonly key: string;
    readonly noDelivery: string;
    readonly noPickup: string;
    readonly check: string;
    readonly checking: string;
    readonly allWell: string;
    readonly notWell: (count: number) => string;
    readonly states: Record<"OK" | "FAILED" | "NOT_CHECKED", string>;
  };
  readonly asking: { readonly yes: (label: string) => string; readonly no: string };
  readonly orders: {
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
  };
}

export type TaskId =
  | "setUpBranch"
  | "checkConnection"
  | "importSection"
  | "syncPrices"
  | "findOrder"
  | "retryDeadLetters"
  | "watchOrders"
  | "guestPoints";
