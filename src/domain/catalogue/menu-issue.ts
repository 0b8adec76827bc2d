import { type UserErrorCode } from "../errors/user-error-code";

/** Severity of an issue. */
export enum Severity {
  /** Worth knowing; no action needed. */
  INFO = "INFO",
  /** The row works, though perhaps not as intended. */
  WARNING = "WARNING",
  /** The row cannot be imported until it is fixed. */
  ERROR = "ERROR",
}

/** A period in which something is sold. */
export interface SchedulePeriod {
  /** 1 is Monday; empty without `otherDays`: every day. */
  readonly days: readonly number[];
  /** Days in unknown words. */
  readonly otherDays?: string;
  /** "08:00", or a date; null: from the beginning. */
  readonly from: string | null;
  /** null: no end. */
  readonly to: string | null;
}

/** A schedule that the POS has for something on its menu. */
export interface IssueSchedule {
  readonly of: "MENU" | "CATEGORY" | "PRODUCT";
  /** Name of the category or product. */
  readonly name: string | null;
  /** Name of the schedule itself. */
  readonly title: string | null;
  /** Empty: the menu does not give the times. */
  readonly periods: readonly SchedulePeriod[];
}

/** Something unusual about products of a POS menu. It affects only these products. */
export interface MenuIssue {
  readonly code: UserErrorCode;
  readonly severity: Severity;
  /** The article concerned; null when there is none. */
  readonly article: string | null;
  readonly posProducts: readonly { readonly posProductId: string; readonly name: string }[];
  /** Additional data for its text: the articles of sizes, the earlier article. */
  readonly detail?: string;
  /** Set for SCHEDULE_NOT_APPLIED. */
  readonly schedule?: IssueSchedule;
}
