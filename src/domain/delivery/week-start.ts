/** The day on which the week begins in a POS that numbers its days. */
export enum WeekStart {
  MONDAY = "MONDAY",
  SUNDAY = "SUNDAY",
}
