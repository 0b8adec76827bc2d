/** What an import may adopt from the POS, and what an operator may lock. */
export enum ImportField {
  NAME = "NAME",
  DESCRIPTION = "DESCRIPTION",
  /** Of sizes as well as options. No price in the POS means not sold. */
  PRICE = "PRICE",
  IMAGES = "IMAGES",
  SIZES = "SIZES",
  OPTIONS = "OPTIONS",
  /** Excludes the weight. */
  NUTRITION = "NUTRITION",
  WEIGHT = "WEIGHT",
  /**
   * Whether the product is sold: it is not while the POS hides it or has no price. Existing amounts
   * are kept.
   */
  AVAILABILITY = "AVAILABILITY",
}
