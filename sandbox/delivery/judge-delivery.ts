import { toTerminalTime } from "../terminal-time";
import { isInZone, type Spot } from "./in-zone";
import { type DeliveryRestriction, type DeliveryRestrictions } from "./restrictions";

const DAY = 24 * 60;
const MINUTE_MS = 60_000;
const DAY_MS = DAY * MINUTE_MS;

/** iiko's own codes, in its spelling. */
export type RejectCode =
  | "OutOfTerminalZone"
  | "DayOfWeekIsUnacceptable"
  | "DeliveryTimeIsUnacceptable"
  | "SumIsLessThenMinimum";

export const WORDS_OF_REJECTION: Readonly<Record<RejectCode, string>> = {
  OutOfTerminalZone: "The address is out of the terminal's delivery zones",
  DayOfWeekIsUnacceptable: "The terminal does not deliver there on this day",
  DeliveryTimeIsUnacceptable: "The terminal does not deliver there at this time",
  SumIsLessThenMinimum: "The sum is less than the minimum of the zone",
};

/** From the farthest miss to the nearest. */
const CODES: readonly RejectCode[] = [
  "OutOfTerminalZone",
  "DayOfWeekIsUnacceptable",
  "DeliveryTimeIsUnacceptable",
  "SumIsLessThenMinimum",
];

/** A requested delivery. */
interface Wish {
  terminalGroupId: string;
  organizationId: string;
  spot: Spot;
  /** Milliseconds since 1970; null for as soon as possible. */
  dueAt: number | null;
  now: number;
  /** IANA time zone of the terminal. */
  timeZone: string;
  /** Sum of the dishes in roubles; null if it is not known yet. */
  sum: number | null;
  /** Which day the first bit of weekMap stands for: real accounts do not say. */
  weekBeginsOnSunday: boolean;
}

/**
 * The till's verdict. `restriction` is the one that serves the delivery, or the one that it misses
 * by the least.
 */
interface Judgement {
  rejectCode: RejectCode | null;
  /** The request does not say where the delivery goes, so the place is not judged. */
  isUnknownPlace: boolean;
  restriction: DeliveryRestriction | null;
  minutes: number | null;
}

/**
 * Decides whether the till would accept the delivery. Checks every restriction that concerns it:
 * one that fits is enough.
 */
export function judgeDelivery(its: DeliveryRestrictions, wish: Wish): Judgement {
  const free = { rejectCode: null, isUnknownPlace: false, restriction: null, minutes: null };
  const own = its.restrictions.filter(
    ({ organizationId }) => (organizationId ?? wish.organizationId) === wish.organizationId,
  );
  if (own.length === 0) return free;
  const judged = own
    .filter(({ terminalGroupId: till }) => (till ?? wish.terminalGroupId) === wish.terminalGroupId)
    .map((each) => ({ each, minutes: minutesOf(its, each), passed: passedBy(its, each, wish) }))
    .sort(
      (one, other) =>
        one.each.priority - other.each.priority ||
        one.minutes - other.minutes ||
        String(one.each.zone).localeCompare(String(other.each.zone)),
    );
  const known = judged.flatMap(({ passed, ...rest }) =>
    passed === undefined ? [] : [{ ...rest, passed }],
  );
  const isUnknown = known.length < judged.length;
  const best = known.reduce<(typeof known)[number] | undefined>(
    (nearest, one) => (nearest && nearest.passed >= one.passed ? nearest : one),
    undefined,
  );
  if (isUnknown && (best?.passed ?? 0) === 0) return { ...free, isUnknownPlace: true };
  const rejectCode = best ? (CODES[best.passed] ?? null) : "OutOfTerminalZone";
  return {
    rejectCode,
    isUnknownPlace: false,
    restriction: best?.each ?? null,
    minutes: best?.minutes ?? null,
  };
}

/** How many of the checks it passes, in the order of their codes; undefined if that is unknown. */
function passedBy(
  its: DeliveryRestrictions,
  each: DeliveryRestriction,
  wish: Wish,
): number | undefined {
  const zones = its.deliveryZones.filter(({ name }) => name === each.zone);
  const isThere = each.zone === null ? true : isInZone(zones, wish.spot);
  if (isThere === undefined) return undefined;
  if (!isThere) return 0;
  const shown = toTerminalTime(
    wish.dueAt ?? wish.now + minutesOf(its, each) * MINUTE_MS,
    wish.timeZone,
  );
  const [today, minute] = [shown.slice(0, 10), minuteOf(shown)];
  const days = daysOf(its, each, wish.weekBeginsOnSunday);
  const { from, to } = timesOf(its, each);
  // A period that continues past midnight belongs to the day on which it began.
  const periods = [
    { isServed: days[weekdayOf(today)], minute },
    { isServed: days[(weekdayOf(today) + 6) % 7], minute: minute + DAY },
  ];
  const served = periods.filter(({ isServed }) => isServed);
  if (served.length === 0) return 1;
  if (!served.some((period) => period.minute >= from && period.minute <= to)) return 2;
  const minSum = its.useSameMinSum ? its.defaultMinSum : each.minSum;
  return wish.sum !== null && wish.sum < (minSum ?? 0) ? 3 : 4;
}

function minutesOf(its: DeliveryRestrictions, each: DeliveryRestriction): number {
  return its.useSameDeliveryDuration
    ? its.defaultDeliveryDurationInMinutes
    : each.deliveryDurationInMinutes;
}

function minuteOf(shown: string): number {
  return Number(shown.slice(11, 13)) * 60 + Number(shown.slice(14, 16));
}

/** 0 is Monday. 1970 began on a Thursday. */
function weekdayOf(date: string): number {
  return (Date.parse(`${date}T00:00:00Z`) / DAY_MS + 3) % 7;
}

/** Returns seven days, Monday first. */
function daysOf(
  its: DeliveryRestrictions,
  { weekMap }: DeliveryRestriction,
  weekBeginsOnSunday: boolean,
): boolean[] {
  return Array.from({ length: 7 }, (_, weekday) => {
    const bit = weekBeginsOnSunday ? (weekday + 1) % 7 : weekday;
    return its.useSameRestrictionsOnAllWeek || Math.floor(weekMap / 2 ** bit) % 2 === 1;
  });
}

function timesOf(its: DeliveryRestrictions, each: DeliveryRestriction) {
  const [begins, ends] = its.useSameWorkTimeInterval
    ? [its.defaultFrom, its.defaultTo]
    : [each.from, each.to];
  if (!begins && !ends) return { from: 0, to: DAY - 1 };
  const from = begins ?? 0;
  const to = ends ?? DAY;
  if (from === 0 && to === DAY) return { from, to: DAY - 1 };
  return { from, to: to > from ? to : to + DAY };
}
