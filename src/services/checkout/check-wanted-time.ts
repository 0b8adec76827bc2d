import { type UserError } from "../../domain/errors/user-error";
import { openingHoursOf } from "../../domain/hours/branch-hours";
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
 */
export function errorsOfWantedTime(
  { wantedAt, fulfilment }: Pick<WantedOrder, "fulfilment" | "wantedAt">,
  { timeZone }: Pick<Branch, "timeZone">,
  settings: BranchSettings | null,
  now: Date,
): UserError[] {
  const beyond = wantedAt === null ? [] : errorsOfAhead(wantedAt, timeZone, settings, now);
  if (beyond.length > 0 || settings === null || fulfilment === Fulfilment.DINE_IN) return beyond;
  const hours = openingHoursOf({ week: settings.hoursWeek, days: settings.hoursDays }, fulfilment);
  const at = wantedAt ?? now;
  if (hours === null || isOpenAt(hours, at, timeZone)) return [];
  // Looked for only now: it may be far away.
  const { opensAt } = openStateAt(hours, at, timeZone);
  return [branchClosed(wantedAt === null, opensAt, { now, timeZone })];
}

function errorsOfAhead(
  wantedAt: Date,
  timeZone: string,
  settings: BranchSettings | null,
  now: Date,
): UserError[] {
  const aheadMs = wantedAt.getTime() - now.getTime();
  if (aheadMs <= 0 || aheadMs > MAX_AHEAD_MS) return [timeUnavailable()];
  if (settings === null) return [];
  const { preorderMinMinutes: least, preorderMaxDays: most } = settings;
  if (aheadMs < least * MINUTE_MS) return [tooSoon(least)];
  const lastDay = dayAfter(wallTimeAt(now, timeZone).date, most);
  return wallTimeAt(wantedAt, timeZone).date > lastDay ? [tooFarAhead(most)] : [];
}
