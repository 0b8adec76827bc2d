/** Whose zones say where a branch delivers. */
export enum ZoneSource {
  /** The restaurant drew them, and they were imported here. */
  OWN = "OWN",
  /** The POS has them, and they are read again and again. */
  POS = "POS",
  /** Nobody's: the branch delivers anywhere. */
  NONE = "NONE",
}
