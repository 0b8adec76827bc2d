import { type UserError } from "../../domain/errors/user-error";
import { openingHoursOf, type Received } from "../../domain/hours/branch-hours";
import { isOpenAt, openStateAt } from "../../domain/hours/opening-hours";
import { Fulfilment } from "../../domain/ticket/order-ticket";
import { dayAfter, wallTimeAt } from "../../domain/time/wall-clock";
import { type Branch } from "../../entities/branches/branch";
import { type BranchSettings } from "../../entities/branches/branch-settings";
import { type WantedOrder } from "./wanted-order";
import { branchClosed, timeUnavailable, tooFarAhead, tooSoon } from "./wanted-time-errors";

/** The POS takes orders for at most 60 days ahead (docs/iiko.md#limits). */
const MAX_AHEAD_MS = 60 * 24 * 3600 * 1000;
const MINUTE_MS = 60_000;

/**
 * Is the branch open when the order is wanted: now, or at the time of a pre-order? And may that be
 * ordered now?
 *
 * @param extraMinutes that its kitchen takes longer than usual
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

/** When a branch opens that is closed at a moment, null: not within a year; null: it is open. */
export function closedAt(
  at: Date,
  fulfilment: Received,
  timeZone: string,
  { hoursWeek: week, hoursDays: days }: BranchSettings,
): { readonly opensAt: Date | null } | null {
  const hours = openingHoursOf({ week, days }, fulfilment);
  if (hours === null || isOpenAt(hours, at, timeZone)) return null;
  // Looked for only now: it may be far away.
  return { opensAt: openStateAt(hours, at, timeZone).opensAt };
}

function lastDayOf({ preorderMaxDays }: BranchSettings, timeZone: string, now: Date): string {
  return dayAfter(wallTimeAt(now, timeZone).date, preorderMaxDays);
}

/**
 * Is a time sooner or later than orders are taken for?
 *
 * @param extraMinutes that the kitchen takes longer than usual
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
