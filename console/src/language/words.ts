import { type BranchesWords } from "./branches-words";
import { type CatalogueWords } from "./catalogue-words";
import { type JobsWords } from "./jobs-words";
import { type NowWords } from "./now-words";
import { type MoneyWords, type OrderWords } from "./order-words";
import { type OrdersWords } from "./orders-words";
import { type PeopleWords } from "./people-words";
import { type PromotionsWords } from "./promotions-words";
import { type KeyboardWords, type PartsWords, type ShellWords } from "./shell-words";

/** The console's texts; each language has its own dictionary. */
export interface Words {
  readonly shell: ShellWords;
  readonly parts: PartsWords;
  readonly keyboard: KeyboardWords;
  readonly now: NowWords;
  readonly bar: {
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
  /** Why a call failed, by the gateway's code; `other` receives the code. */
  readonly failures: {
    readonly byCode: Readonly<Record<string, string>>;
    readonly other: (code: string) => string;
    readonly requestId: (id: string) => string;
  };
  readonly panels: Record<"tasks", string>;
  readonly tasks: {
    readonly lead: string;
    readonly open: string;
    readonly byId: Record<TaskId, { readonly title: string; readonly what: string }>;
  };
  readonly branches: BranchesWords;
  readonly people: PeopleWords;
  readonly orders: OrdersWords;
  readonly order: OrderWords;
  readonly money: MoneyWords;
  readonly promotions: PromotionsWords;
  readonly catalogue: CatalogueWords;
  readonly jobs: JobsWords;
}

export type TaskId =
  | "setUpBranch"
  | "checkConnection"
  | "importSection"
  | "syncPrices"
  | "findOrder"
  | "retryDeadLetters"
  | "watchOrders"
  | "promotions"
  | "guestPoints";
