/** Whose zones determine where a branch delivers. */
export enum ZoneSource {
  /** The restaurant drew them, and they were imported here. */
  OWN = "OWN",
  /** They are defined in the POS, and read regularly. */
  POS = "POS",
  /** No zones: the branch delivers anywhere. */
  NONE = "NONE",
}
