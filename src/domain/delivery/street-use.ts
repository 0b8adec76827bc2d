/** What the streets that a POS knows are to the orders of a branch. */
export enum StreetUse {
  /** Nothing: they are not read. */
  NONE = "NONE",
  /** Guests may choose from them. */
  OFFERED = "OFFERED",
  /** An order for another street is refused. */
  REQUIRED = "REQUIRED",
}
