/**
 * The words that a POS uses for the state of an order, in its spelling. "Deleted" is its flag for
 * orders that nobody will cook.
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

/** Returns the status in the POS's spelling, whatever the letter case; undefined: no POS has it. */
export function posStatusOf(text: string): string | undefined {
  return BY_WORD.get(text.toLowerCase());
}
