/** What each half of a half-and-half dish costs in the POS's order (docs/iiko.md#half-and-half). */
export enum HalfPrices {
  /** Its half of the price: the POS adds the halves up. */
  HALVED = "HALVED",
  /** The price of a whole dish of it: the POS counts each half once for half a portion. */
  WHOLE = "WHOLE",
}
