/** Kinds of jobs, as named by the gateway. */
export type JobKind =
  | "send-order"
  | "confirm-submission"
  | "tell-people"
  | "cancel-order"
  | "cancel-hold"
  | "catch-up-order"
  | "record-webhook"
  | "alert-late-orders"
  | "check-webhooks"
  | "forget-old"
  | "plan-polls"
  | "poll-orders"
  | "refresh-pos-menus"
  | "refresh-pos-menu"
  | "refresh-stop-lists"
  | "refresh-delivery-zones"
  | "refresh-streets"
  | "watch-tills"
  | "work-branches-plan";

/** What a kind of job is called, what it is for, and what the user does when it hangs. */
interface KindWords {
  readonly name: string;
  readonly what: string;
  readonly todo: string;
}

/** Texts of the jobs room. */
export interface JobsWords {
  readonly lead: string;
  readonly notLoaded: string;
  readonly kinds: Readonly<Record<JobKind, KindWords>>;
  /** For a kind that this console does not know. */
  readonly otherKind: KindWords;
  readonly allKinds: string;
  readonly kind: string;
  readonly states: string;
  readonly shown: Record<"all" | "dead" | "running" | "waiting", string>;
  readonly columns: Record<"job" | "about" | "state" | "begun", string>;
  readonly list: string;
  readonly stopped: string;
  readonly runs: (age: string) => string;
  readonly queued: string;
  readonly atTime: (moment: string) => string;
  readonly again: (moment: string) => string;
  readonly done: string;
  readonly errors: Record<"FAILED" | "WORKER_DIED", string>;
  readonly deadLead: (count: number) => string;
  readonly deadWhat: string;
  readonly showDead: string;
  readonly none: string;
  readonly noneLead: string;
  readonly noneDead: string;
  readonly noneDeadLead: string;
  readonly gone: string;
  readonly goneLead: string;
  readonly back: string;
  readonly close: string;
  readonly facts: Record<"order" | "branch" | "added" | "due" | "begun", string>;
  readonly noBranch: string;
  readonly times: (count: number) => string;
  readonly todo: string;
  readonly restart: string;
  readonly restarted: string;
  readonly openOrder: (number: string) => string;
  readonly openBranch: string;
  readonly openCatalogue: string;
  readonly forSupport: string;
  readonly keys: string;
  readonly keysLead: string;
  readonly noKeys: string;
  readonly keyStates: Record<"OK" | "CIRCUIT_OPEN" | "STOPPED", string>;
  readonly keyStopped: (key: string) => string;
  readonly resume: string;
  readonly resumeTitle: (key: string) => string;
  readonly resumeQuestion: (branches: string) => string;
  readonly resumeNo: string;
  readonly resumeYes: string;
  readonly resumed: (key: string) => string;
  readonly budgets: (groups: number, waiting: number) => string;
  readonly budget: (available: number, perSecond: number, waiting: number) => string;
  readonly paused: (until: string) => string;
  readonly flow: string;
  readonly perMinute: string;
  readonly inTheHour: (total: number, highest: number) => string;
  readonly toTill: string;
  readonly slowest: (seconds: string) => string;
}
