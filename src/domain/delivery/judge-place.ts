import { type Kopecks } from "../money/money";
import { MINUTES_A_DAY, type WallTime, wallTimeAt, weekdayOf } from "../time/wall-clock";
import { type DeliveryZone, type Houses, type StreetHouses, type ZoneHours } from "./delivery-zone";
import { type PosDecision } from "./pos-address";
import { type Area, areaOf, contains, type Point } from "./zone-area";

const MINUTE_MS = 60_000;

/** What is known about the delivery address. */
export interface Place {
  readonly point: Point | null;
  readonly posStreetId: string | null;
  /** As written by the guest: "12к2". */
  readonly house: string | null;
  /** What the POS says about it, where its zones are only a guess; null, or left out: nothing. */
  readonly decision?: PosDecision | null;
}

/** What an order is judged by besides its place. */
export interface WantedThere {
  /** Sum of the dishes, before discounts; null: not known yet, so any sum is enough. */
  readonly sum: Kopecks | null;
  /** When it is to be delivered; null: as soon as possible, which means after the delivery time. */
  readonly wantedAt: Date | null;
  readonly now: Date;
  /** IANA name, of the branch. */
  readonly timeZone: string;
}

export type PlaceVerdict =
  /** The branch has no zones, or the POS names one it does not have: the branch delivers there. */
  | { readonly kind: "NOT_JUDGED" }
  | { readonly kind: "SERVED"; readonly zone: DeliveryZone }
  /** Nothing that distinguishes zones is known about the place. */
  | { readonly kind: "NOT_LOCATED" }
  | { readonly kind: "NOT_SERVED" }
  /** The zone is served at other times. */
  | { readonly kind: "NOT_THEN"; readonly zone: DeliveryZone }
  | { readonly kind: "BELOW_MINIMUM"; readonly zone: DeliveryZone; readonly missing: Kopecks };

/** The zones of a branch, ready for checks: in order of precedence. */
export type ReadyZones = readonly ReadyZone[];

interface ReadyZone {
  readonly zone: DeliveryZone;
  readonly areas: readonly Area[];
}

/** Prepares zones, whatever their order. Polygons without an area are left out. */
export function readyZones(zones: readonly DeliveryZone[]): ReadyZones {
  return [...zones].sort(byPrecedence).map((zone) => {
    const areas = zone.polygons.map(areaOf).filter((area) => area !== null);
    return { zone, areas };
  });
}

/**
 * Determines whether the branch delivers an order of that sum there at that time, and by which
 * zone. Any of several overlapping zones may serve it; otherwise the nearest miss is reported:
 * place, then time, then sum. This is the single rule for options, quotes and orders. It makes no
 * calls.
 */
export function judgePlace(zones: ReadyZones, place: Place, wanted: WantedThere): PlaceVerdict {
  if (place.decision) return judgeDecided(zones, place.decision, wanted);
  if (zones.length === 0) return { kind: "NOT_JUDGED" };
  const there: DeliveryZone[] = [];
  let isUnknown = false;
  for (const ready of zones) {
    const isThere = isIn(ready, place);
    if (isThere === true) there.push(ready.zone);
    isUnknown ||= isThere === null;
  }
  return judgeThere(there, wanted) ?? { kind: isUnknown ? "NOT_LOCATED" : "NOT_SERVED" };
}

/** The POS decides about the place; time and sum are judged by the zone that it names. */
function judgeDecided(zones: ReadyZones, decision: PosDecision, wanted: WantedThere): PlaceVerdict {
  if (!decision.serves) return { kind: "NOT_SERVED" };
  const named = zones.map(({ zone }) => zone).filter(({ name }) => decision.zones.includes(name));
  return judgeThere(named, wanted) ?? { kind: "NOT_JUDGED" };
}

/** @returns null: the place is in none */
function judgeThere(there: readonly DeliveryZone[], wanted: WantedThere): PlaceVerdict | null {
  const [first] = there;
  if (!first) return null;
  const then = there.filter((zone) => isServedThen(zone, wanted));
  if (then.length === 0) return { kind: "NOT_THEN", zone: first };
  const missing = (zone: DeliveryZone) =>
    wanted.sum === null ? 0 : Math.max(0, (zone.minimumSum ?? 0) - wanted.sum);
  const served = then.find((zone) => missing(zone) === 0);
  if (served) return { kind: "SERVED", zone: served };
  const nearest = then.reduce((best, zone) => (missing(zone) < missing(best) ? zone : best));
  return { kind: "BELOW_MINIMUM", zone: nearest, missing: missing(nearest) };
}

/**
 * Returns whether coordinates would reveal more about the place: it is in no zone for certain, but
 * may be in one that has polygons.
 */
export function wantsPoint(zones: ReadyZones, place: Place): boolean {
  if (place.point !== null) return false;
  const found = zones.map((ready) => ({ ready, isThere: isIn(ready, place) }));
  return (
    found.every(({ isThere }) => isThere !== true) &&
    found.some(({ ready, isThere }) => isThere === null && ready.areas.length > 0)
  );
}

/** Where zones overlap: priority, then the shorter delivery time, then the id. */
function byPrecedence(one: DeliveryZone, other: DeliveryZone): number {
  const minutes = (zone: DeliveryZone) => zone.minutes ?? Number.MAX_SAFE_INTEGER;
  return (
    one.priority - other.priority ||
    minutes(one) - minutes(other) ||
    (one.id < other.id ? -1 : Number(one.id > other.id))
  );
}

/** Returns null when nothing is known about the place by which the zone could be judged. */
function isIn({ zone, areas }: ReadyZone, { point, posStreetId, house }: Place): boolean | null {
  if (zone.everywhere) return true;
  const isByPoint = point !== null && areas.length > 0;
  if (isByPoint && areas.some((area) => contains(area, point))) return true;
  const isByStreet = posStreetId !== null && zone.streets.length > 0;
  if (isByStreet && zone.streets.some((street) => isOnStreet(street, posStreetId, house)))
    return true;
  const isEmpty = areas.length === 0 && zone.streets.length === 0;
  return isByPoint || isByStreet || isEmpty ? false : null;
}

function isOnStreet(street: StreetHouses, posStreetId: string, house: string | null): boolean {
  return street.posStreetId === posStreetId && isOneOf(street.houses, house ?? "");
}

/** Returns whether the house is one of them. A house without a number only matches "all". */
function isOneOf({ kind, from, to, listed }: Houses, house: string): boolean {
  if (kind === "LISTED") return listed.some((each) => houseKey(each) === houseKey(house));
  const number = Number(/^\s*(\d{1,9})/.exec(house)?.[1] ?? Number.NaN);
  if (Number.isNaN(number)) return kind === "ALL" && from === null && to === null;
  const isInRange = number >= (from ?? number) && number <= (to ?? number);
  return isInRange && (kind === "ALL" || (number % 2 === 0) === (kind === "EVEN"));
}

/** "12 К 2" and "12к2" are the same house. */
function houseKey(house: string): string {
  return house.toLowerCase().replaceAll(/\s/g, "");
}

function isServedThen(
  { hours, minutes }: DeliveryZone,
  { wantedAt, now, timeZone }: WantedThere,
): boolean {
  if (hours === null) return true;
  const at = wantedAt ?? new Date(now.getTime() + (minutes ?? 0) * MINUTE_MS);
  return isWithin(hours, wallTimeAt(at, timeZone));
}

function isWithin({ days, from, to }: ZoneHours, { date, minute }: WallTime): boolean {
  const day = weekdayOf(date);
  const begun = (minutes: number) => from <= minutes && minutes <= to;
  const isOn = (weekday: number) => days[weekday] === true;
  return (isOn(day) && begun(minute)) || (isOn((day + 6) % 7) && begun(minute + MINUTES_A_DAY));
}
