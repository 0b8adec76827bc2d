/** What an import may take over from the POS, and what an operator may lock. */
export enum ImportField {
  NAME = "NAME",
  DESCRIPTION = "DESCRIPTION",
  /** Of sizes and options alike. No price in the POS means not sold. */
  PRICE = "PRICE",
  IMAGES = "IMAGES",
  SIZES = "SIZES",
  OPTIONS = "OPTIONS",
  /** Without the weight. */
  NUTRITION = "NUTRITION",
  WEIGHT = "WEIGHT",
  /**
   * Whether the product is sold: not while the POS hides it or has no price. Existing amounts stay.
   */
  AVAILABILITY = "AVAILABILITY",
}
