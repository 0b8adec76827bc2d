import { type OrderFilter } from "../now/operations";
import { dayBounds, dayOf, dayTyped } from "../orders/days";

/**
 * Converts the typed text to a filter of the gateway: a day of the restaurant's calendar («вчера»,
 * «21.11»), otherwise a number, a phone number or its end, or the beginning of a name. @param
 * timeZone of the day
 */
export function searchFilter(
  typed: string,
  timeZone: string | undefined,
  now: number,
): Omit<OrderFilter, "branchIds"> {
  const text = typed.trim();
  const day = dayTyped(text, dayOf(now, timeZone));
  return day === undefined ? { search: text } : dayBounds(day, day, timeZone);
}
