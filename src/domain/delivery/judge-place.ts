import { type Kopecks } from "../money/money";
import { MINUTES_A_DAY, type WallTime, wallTimeAt, weekdayOf } from "../time/wall-clock";
import { type DeliveryZone, type Houses, type ZoneHours } from "./delivery-zone";
import { type PosDecision } from "./pos-address";
import { type Area, areaOf, contains, type Point } from "./zone-area";

const MINUTE_MS = 60_000;

/** What is known of where an order is to be brought. */
export interface Place {
  readonly point: Point | null;
  readonly posStreetId: string | null;
  /** As the guest wrote it: "12к2". */
  readonly house: string | null;
  /** What the POS says of it, where its own zones are a guess; null, or left out: nothing. */
  readonly decision?: PosDecision | null;
}

/** What an order is judged by beside its place. */
export interface WantedThere {
  /** Of the dishes, before discounts; null: not known yet, and any is enough. */
  readonly sum: Kopecks | null;
  /** When it is to be brought; null: as soon as possible, which is when the way is over. */
  readonly wantedAt: Date | null;
  readonly now: Date;
  /** IANA, of the branch. */
  readonly timeZone: string;
}

export type PlaceVerdict =
  /** The branch has no zones, or the POS names another than it has: it delivers there. */
  | { readonly kind: "NOT_JUDGED" }
  | { readonly kind: "SERVED"; readonly zone: DeliveryZone }
  /** Nothing that zones are told apart by is known of the place. */
  | { readonly kind: "NOT_LOCATED" }
  | { readonly kind: "NOT_SERVED" }
  /** The zone is served at other times. */
  | { readonly kind: "NOT_THEN"; readonly zone: DeliveryZone }
  | { readonly kind: "BELOW_MINIMUM"; readonly zone: DeliveryZone; readonly missing: Kopecks };

/** The zones of a branch, ready to be asked: in the order in which they win. */
export type ReadyZones = readonly ReadyZone[];

interface ReadyZone {
  readonly zone: DeliveryZone;
  readonly areas: readonly Area[];
}

/** Gets zones ready, whatever their order. Polygons that enclose nothing are left out. */
export function readyZones(zones: readonly DeliveryZone[]): ReadyZones {
  return [...zones].sort(byPrecedence).map((zone) => {
    const areas = zone.polygons.map(areaOf).filter((area) => area !== null);
    return { zone, areas };
  });
}

/**
 * Does the branch bring an order of that sum there, at that time, and by which zone? Of zones that
 * overlap any may serve it; what is told otherwise is the nearest miss: place, then time, then sum.
 * The one rule for options, quotes and orders. Asks nobody.
 */
export function judgePlace(zones: ReadyZones, place: Place, wanted: WantedThere): PlaceVerdict {
  if (place.decision) return judgeDecided(zones, place.decision, wanted);
  if (zones.length === 0) return { kind: "NOT_JUDGED" };
  const found = zones.map((ready) => ({ zone: ready.zone, isThere: isIn(ready, place) }));
  const there = found.filter(({ isThere }) => isThere === true).map(({ zone }) => zone);
  const isUnknown = found.some(({ isThere }) => isThere === null);
  return judgeThere(there, wanted) ?? { kind: isUnknown ? "NOT_LOCATED" : "NOT_SERVED" };
}

/** The POS decides about the place; time and sum are those of the zone that it names. */
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
 * Would a point tell more of the place? Some zone is drawn that it may be in, and it is known to be
 * in none.
 */
export function wantsPoint(zones: ReadyZones, place: Place): boolean {
  if (place.point !== null) return false;
  const found = zones.map((ready) => ({ ready, isThere: isIn(ready, place) }));
  return (
    found.every(({ isThere }) => isThere !== true) &&
    found.some(({ ready, isThere }) => isThere === null && ready.areas.length > 0)
  );
}

/** Where zones overlap: priority, then the shorter way, then the id. */
function byPrecedence(one: DeliveryZone, other: DeliveryZone): number {
  const minutes = (zone: DeliveryZone) => zone.minutes ?? Number.MAX_SAFE_INTEGER;
  return (
    one.priority - other.priority ||
    minutes(one) - minutes(other) ||
    (one.id < other.id ? -1 : Number(one.id > other.id))
  );
}

/** null: nothing is known of the place that the zone could be judged by. */
function isIn({ zone, areas }: ReadyZone, { point, posStreetId, house }: Place): boolean | null {
  if (zone.everywhere) return true;
  const isByPoint = point !== null && areas.length > 0;
  if (isByPoint && areas.some((area) => contains(area, point))) return true;
  const isByStreet = posStreetId !== null && zone.streets.length > 0;
  const ofStreet = isByStreet
    ? zone.streets.filter((street) => street.posStreetId === posStreetId)
    : [];
  if (ofStreet.some(({ houses }) => isOneOf(houses, house ?? ""))) return true;
  const isEmpty = areas.length === 0 && zone.streets.length === 0;
  return isByPoint || isByStreet || isEmpty ? false : null;
}

/** Is the house one of them? A house without a number is one of "all" only. */
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
