import { type UserErrorCode } from "../errors/user-error-code";

/** How much an issue matters. */
export enum Severity {
  /** Worth knowing; nothing has to be done. */
  INFO = "INFO",
  /** The row works, though perhaps not as anybody meant it. */
  WARNING = "WARNING",
  /** The row cannot be imported until it is mended. */
  ERROR = "ERROR",
}

/** When something is sold. */
export interface SchedulePeriod {
  /** 1 is Monday; with no `otherDays` either: every day. */
  readonly days: readonly number[];
  /** Days in words that nobody knows. */
  readonly otherDays?: string;
  /** "08:00", or a day; null: from the beginning. */
  readonly from: string | null;
  /** null: without end. */
  readonly to: string | null;
}

/** A schedule that the POS has for something on its menu. */
export interface IssueSchedule {
  readonly of: "MENU" | "CATEGORY" | "PRODUCT";
  /** Of the category or product. */
  readonly name: string | null;
  /** The schedule's own name. */
  readonly title: string | null;
  /** None: the menu does not tell the times. */
  readonly periods: readonly SchedulePeriod[];
}

/** Something odd about products of a POS menu. It touches these products and no others. */
export interface MenuIssue {
  readonly code: UserErrorCode;
  readonly severity: Severity;
  /** The article it is about; null when there is none. */
  readonly article: string | null;
  readonly posProducts: readonly { readonly posProductId: string; readonly name: string }[];
  /** What the words about it need besides: the articles of sizes, the earlier article. */
  readonly detail?: string;
  /** Of a SCHEDULE_NOT_APPLIED. */
  readonly schedule?: IssueSchedule;
}
