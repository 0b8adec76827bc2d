/** Why a POS refused, as far as the next step depends on it. */
export enum RefusalKind {
  /** The same order may succeed later. */
  RETRY = "RETRY",
  /** Repeating the same order cannot help. */
  FINAL = "FINAL",
  /**
   * A failure that does not prove absence: the order may already be in the POS, or still arrive
   * there.
   */
  AMBIGUOUS = "AMBIGUOUS",
  /** A menu, payment or discount mapping is wrong: the branch's settings must be changed. */
  MAPPING = "MAPPING",
  /** A person has to attend to the key, licence or till. */
  OPERATOR = "OPERATOR",
}
