import { type OrderFilter } from "../now/operations";
import { dayBounds, dayOf, dayTyped } from "../orders/days";

/**
 * What is typed, as the gateway finds it: a day of the restaurant's calendar («вчера», «21.11»), else
 * a number, a phone or its end, or how a name begins. @param timeZone of the day
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
