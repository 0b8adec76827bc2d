import { type UserError } from "../../domain/errors/user-error";
import { openingHoursOf, type Received } from "../../domain/hours/branch-hours";
import { isOpenAt, openStateAt } from "../../domain/hours/opening-hours";
import { Fulfilment } from "../../domain/ticket/order-ticket";
import { dayAfter, wallTimeAt } from "../../domain/time/wall-clock";
import { type Branch } from "../../entities/branches/branch";
import { type BranchSettings } from "../../entities/branches/branch-settings";
import { type WantedOrder } from "./wanted-order";
import { branchClosed, timeUnavailable, tooFarAhead, tooSoon } from "./wanted-time-errors";

/** The POS accepts orders for at most 60 days ahead (docs/iiko.md#limits). */
const MAX_AHEAD_MS = 60 * 24 * 3600 * 1000;
const MINUTE_MS = 60_000;

/**
 * Checks whether the branch is open when the order is wanted (now, or at the time of a pre-order),
 * and whether that time can be ordered now.
 *
 * @param extraMinutes how much longer than usual its kitchen takes
 */
export function errorsOfWantedTime(
  { wantedAt, fulfilment }: Pick<WantedOrder, "fulfilment" | "wantedAt">,
  { timeZone }: Pick<Branch, "timeZone">,
  settings: BranchSettings | null,
  now: Date,
  extraMinutes: number,
): UserError[] {
  const beyond =
    wantedAt === null ? [] : errorsOfAhead(wantedAt, timeZone, settings, now, extraMinutes);
  if (beyond.length > 0 || settings === null || fulfilment === Fulfilment.DINE_IN) return beyond;
  const closed = closedAt(wantedAt ?? now, fulfilment, timeZone, settings);
  if (closed === null) return [];
  const { opensAt } = closed;
  if (wantedAt === null && settings.asapWhenClosed && opensAt) {
    const isInTime = wallTimeAt(opensAt, timeZone).date <= lastDayOf(settings, timeZone, now);
    if (isInTime) return [];
  }
  return [branchClosed(wantedAt === null, opensAt, { now, timeZone })];
}

/** When a branch that is closed at a moment opens, null: not within a year; null: it is open. */
export function closedAt(
  at: Date,
  fulfilment: Received,
  timeZone: string,
  { hoursWeek: week, hoursDays: days }: BranchSettings,
): { readonly opensAt: Date | null } | null {
  const hours = openingHoursOf({ week, days }, fulfilment);
  if (hours === null || isOpenAt(hours, at, timeZone)) return null;
  // Determined only now, because it may be far in the future.
  return { opensAt: openStateAt(hours, at, timeZone).opensAt };
}

function lastDayOf({ preorderMaxDays }: BranchSettings, timeZone: string, now: Date): string {
  return dayAfter(wallTimeAt(now, timeZone).date, preorderMaxDays);
}

/**
 * Whether a time is earlier or later than the branch accepts.
 *
 * @param extraMinutes how much longer than usual the kitchen takes
 */
export function errorsOfAhead(
  wantedAt: Date,
  timeZone: string,
  settings: BranchSettings | null,
  now: Date,
  extraMinutes: number,
): UserError[] {
  const aheadMs = wantedAt.getTime() - now.getTime();
  if (aheadMs <= 0 || aheadMs > MAX_AHEAD_MS) return [timeUnavailable()];
  if (settings === null) return [];
  const { preorderMinMinutes, preorderMaxDays: most } = settings;
  const least = preorderMinMinutes + extraMinutes;
  if (aheadMs < least * MINUTE_MS) return [tooSoon(least)];
  const lastDay = lastDayOf(settings, timeZone, now);
  return wallTimeAt(wantedAt, timeZone).date > lastDay ? [tooFarAhead(most)] : [];
}
