import { readFileSync } from "node:fs";
import { join } from "node:path";

import { type DeliveryZone, type Houses } from "../../src/domain/delivery/delivery-zone";
import { type Place, type PlaceVerdict } from "../../src/domain/delivery/judge-place";
import { type Position } from "../../src/domain/delivery/zone-area";
import { minuteOf } from "../../src/domain/hours/branch-hours";
import { parseKopecks } from "../../src/domain/money/money";

const FOLDER = join(__dirname, "..", "data", "delivery");

/** A zone as in the file. */
export interface WrittenZone {
  readonly name: string;
  readonly priority: number;
  readonly minutes: number;
  readonly minimumSum?: string;
  /** Days from 1, Monday; times may exceed 24:00. */
  readonly hours?: { readonly days: string; readonly from: string; readonly to: string };
  readonly ring?: readonly Position[];
  readonly streets?: readonly WrittenStreet[];
}

interface WrittenStreet extends Partial<Houses> {
  readonly street: string;
  readonly kind: Houses["kind"];
}

/** A row of the table: where, for which sum and when, and the expected answer. */
export interface PlaceRow {
  readonly why: string;
  readonly place: Place;
  /** In kopecks; null when not known yet. */
  readonly sum: number | null;
  readonly wantedAt: Date | null;
  readonly now: Date;
  readonly answer: PlaceVerdict["kind"];
  readonly zone: string | null;
  readonly missing: number | null;
}

export const PLACES_TIME_ZONE = "Europe/Moscow";
const MOSCOW = "+03:00";

export function writtenZones(): readonly WrittenZone[] {
  return JSON.parse(readFileSync(join(FOLDER, "zones.json"), "utf8")) as WrittenZone[];
}

/** The POS knows the streets by such ids. */
export function streetIdOf(street: string): string {
  return `street ${street}`;
}

export function toZone(zone: WrittenZone): DeliveryZone {
  const { name, priority, minutes, minimumSum, hours, ring, streets = [] } = zone;
  return {
    id: name,
    name,
    priority,
    minutes,
    polygons: ring ? [[ring]] : [],
    streets: streets.map(({ street, kind, from = null, to = null, listed = [] }) => ({
      posStreetId: streetIdOf(street),
      houses: { kind, from, to, listed },
    })),
    everywhere: false,
    minimumSum: minimumSum === undefined ? null : parseKopecks(minimumSum)!,
    fee: null,
    freeFrom: null,
    hours: hours
      ? {
          days: Array.from("1234567", (day) => hours.days.includes(day)),
          from: minutesOf(hours.from),
          to: minutesOf(hours.to),
        }
      : null,
  };
}

/** "27:00" is three hours past midnight. */
export function minutesOf(time: string): number {
  const [hours = "", minutes = ""] = time.split(":");
  return minuteOf(time) ?? Number(hours) * 60 + Number(minutes);
}

export function placeRows(): readonly PlaceRow[] {
  const [head = "", ...lines] = readFileSync(join(FOLDER, "places.csv"), "utf8").trim().split("\n");
  const names = head.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    if (cells.length !== names.length) throw new Error(`Not ${names.length} cells: ${line}`);
    return toRow(Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""])));
  });
}

function toRow(cells: Readonly<Record<string, string>>): PlaceRow {
  const { latitude, longitude, street, house, sum, when = "", answer, zone, missing, why } = cells;
  const [, asap, date, time] = /^(asap )?(\S+) (\S+)$/.exec(when) ?? [];
  const at = new Date(`${date}T${time}:00${MOSCOW}`);
  const point =
    latitude && longitude ? { latitude: Number(latitude), longitude: Number(longitude) } : null;
  return {
    why: why!,
    place: { point, posStreetId: street ? streetIdOf(street) : null, house: house || null },
    sum: sum ? parseKopecks(sum)! : null,
    wantedAt: asap ? null : at,
    now: asap ? at : new Date("2026-12-06T12:00:00+03:00"),
    answer: answer as PlaceRow["answer"],
    zone: zone || null,
    missing: missing ? parseKopecks(missing)! : null,
  };
}
