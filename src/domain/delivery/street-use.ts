/** How orders of a branch use the streets known to its POS. */
export enum StreetUse {
  /** Not at all: they are not read. */
  NONE = "NONE",
  /** Guests may choose from them. */
  OFFERED = "OFFERED",
  /** An order for any other street is refused. */
  REQUIRED = "REQUIRED",
}
