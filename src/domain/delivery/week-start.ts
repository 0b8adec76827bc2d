/** On which day the week of a POS begins that tells days by their number. */
export enum WeekStart {
  MONDAY = "MONDAY",
  SUNDAY = "SUNDAY",
}
