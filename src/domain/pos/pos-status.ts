/**
 * The words that a till has for where an order is, as it spells them. "Deleted" is its flag for
 * what nobody will cook.
 */
export const POS_STATUSES = [
  "Unconfirmed",
  "WaitCooking",
  "ReadyForCooking",
  "CookingStarted",
  "CookingCompleted",
  "Waiting",
  "OnWay",
  "Delivered",
  "Closed",
  "Cancelled",
  "Deleted",
] as const;

const BY_WORD = new Map(
  POS_STATUSES.map((status): [string, string] => [status.toLowerCase(), status]),
);

/** The status as the till spells it, whatever the letter case; undefined: no till has it. */
export function posStatusOf(text: string): string | undefined {
  return BY_WORD.get(text.toLowerCase());
}
