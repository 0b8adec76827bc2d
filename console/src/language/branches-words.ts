import { type CheckState } from "../branches/operations";
import { type BranchFormWords } from "./branch-form-words";
import { type ZonesWords } from "./zones-words";

type Way = "delivery" | "pickup";

/** Texts of the branches room. */
export interface BranchesWords extends BranchFormWords {
  readonly list: Record<
    | "connect"
    | "notLoaded"
    | "none"
    | "noneWhat"
    | "noneForOperator"
    | "hidden"
    | "notConnected"
    | "goOn"
    | "keyStopped"
    | "keyPaused"
    | "nobodyToTell"
    | "notHeard"
    | "answers"
    | "channelFails"
    | "channelWorks",
    string
  > & {
    readonly heardAgo: (age: string) => string;
    readonly inTillAgo: (age: string) => string;
  };
  readonly acceptance: Record<Way | "open" | "closed" | "openIt" | "pause", string> & {
    readonly paused: (until: string, left: string) => string;
    /** According to its hours. */
    readonly openUntil: (time: string) => string;
    /** @param opensAt null when unknown */
    readonly outsideHours: (opensAt: string | null) => string;
    readonly tillSilent: string;
    readonly pauseOrOpen: string;
    readonly acceptanceNamed: (branch: string) => string;
    readonly pauseTitle: (way: string) => string;
    readonly pauseNamed: (way: string, branch: string) => string;
    readonly openNamed: (way: string, branch: string) => string;
    readonly until: (time: string) => string;
    readonly for: Record<15 | 30 | 60 | 120 | "ever", string>;
    readonly opened: (way: string) => string;
    readonly closedNow: (way: string) => string;
    readonly pausedUntil: (way: string, time: string) => string;
  };
  readonly busy: Record<
    "kitchen" | "usual" | "title" | "later" | "change" | "asUsual" | "usualNow",
    string
  > & {
    readonly busy: (minutes: number, until: string) => string;
    readonly queue: (minutes: number) => string;
    readonly plus: (minutes: number) => string;
    readonly busyNow: (minutes: number, until: string) => string;
    /** What happens to orders. */
    readonly consequence: string;
    readonly inMinutes: (minutes: number) => string;
    readonly noUsual: string;
  };
  readonly promises: Record<"title" | "period" | "what", string> & {
    readonly columns: Record<
      "way" | "now" | "orders" | "kept" | "early" | "late" | "minutesLate",
      string
    >;
  };
  readonly page: Record<"notLoaded" | "noSuch" | "all" | "well" | "acceptance", string> & {
    readonly remarks: (count: number) => string;
    readonly tabs: Record<"connection" | "hours" | "fallback" | "hooks" | "history", string>;
  };
  readonly doctor: Record<
    "title" | "check" | "again" | "looking" | "notYet" | "allWell" | "toField" | "toCatalogue",
    string
  > & {
    readonly notWell: (count: number) => string;
    readonly rest: (good: number, unknown: number) => string;
    readonly states: Record<CheckState, string>;
  };
  readonly hooks: Record<
    | "title"
    | "what"
    | "ours"
    | "foreign"
    | "none"
    | "never"
    | "toldAt"
    | "askedAt"
    | "register"
    | "registered"
    | "take"
    | "takeTitle"
    | "takeWhat"
    | "takeNo"
    | "takeYes"
    | "renew"
    | "renewed"
    | "renewTitle"
    | "renewWhat"
    | "renewNo"
    | "renewYes",
    string
  >;
  readonly hours: {
    readonly clock: (time: string) => string;
  };
  readonly zones: ZonesWords;
  readonly history: Record<
    | "title"
    | "notLoaded"
    | "none"
    | "noneWhat"
    | "more"
    | "notChosen"
    | "nothing"
    | "yes"
    | "no"
    | "open"
    | "closed",
    string
  > & {
    readonly pausedUntil: (time: string) => string;
    /** Changes that are not settings of the form. */
    readonly fields: Readonly<Record<string, string>>;
  };
}
