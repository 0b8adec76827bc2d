import { type UserErrorCode } from "./user-error-code";

/** How much an issue matters. */
export enum Severity {
  /** Worth knowing; nothing has to be done. */
  INFO = "INFO",
  /** The row works, though perhaps not as anybody meant it. */
  WARNING = "WARNING",
  /** The row cannot be imported until it is mended. */
  ERROR = "ERROR",
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
}
