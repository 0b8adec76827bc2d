/** What an import may take over from the POS. PRICE covers sizes and options alike. */
export enum ImportField {
  NAME = "NAME",
  DESCRIPTION = "DESCRIPTION",
  PRICE = "PRICE",
  IMAGES = "IMAGES",
  SIZES = "SIZES",
  OPTIONS = "OPTIONS",
  NUTRITION = "NUTRITION",
  WEIGHT = "WEIGHT",
}
