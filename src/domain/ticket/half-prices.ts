/** What each half of a half-and-half dish costs in the POS's order (docs/iiko.md#half-and-half). */
export enum HalfPrices {
  /** Half the price of its dish: the POS adds the halves up. */
  HALVED = "HALVED",
  /** The price of a whole dish: the POS counts each half as half a portion. */
  WHOLE = "WHOLE",
}
