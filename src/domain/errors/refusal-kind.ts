/** Why a POS said no, as far as what to do next depends on it. */
export enum RefusalKind {
  /** The same order may succeed later. */
  RETRY = "RETRY",
  /** Repeating the same order cannot help. */
  FINAL = "FINAL",
  /** A failure that does not prove absence: the order may still be, or come, in the till. */
  AMBIGUOUS = "AMBIGUOUS",
  /** Menu, payment or discount mapping is wrong: the branch's settings must change. */
  MAPPING = "MAPPING",
  /** The key, licence or till needs a person. */
  OPERATOR = "OPERATOR",
}
