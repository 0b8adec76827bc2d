import { type DeliveryZone } from "../../domain/delivery/delivery-zone";
import { type Position, type Rings } from "../../domain/delivery/zone-area";
import { shapeFault } from "../../domain/delivery/zone-shape";
import { type UserError } from "../../domain/errors/user-error";
import { ZoneTermsReader } from "./read-zone-terms";
import { misshapen, nameTwice, noGeoJson, noPolygon, tooMany } from "./zone-errors";
import { MOST } from "./zone-limits";

interface Read {
  readonly zones: readonly DeliveryZone[];
  readonly userErrors: readonly UserError[];
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads zones from a FeatureCollection: each Polygon or MultiPolygon is one zone, with its terms in
 * its properties: name, fee, freeFrom, minimumSum, minutes, priority. Open rings are closed where
 * they are used.
 *
 * @param currencyCode of the branch
 * @returns what is wrong with it, place by place, or the zones
 */
export function readGeoJson(text: string, currencyCode: string): Read {
  const features = featuresOf(text);
  if (features === null) return { zones: [], userErrors: [noGeoJson()] };
  if (features.length > MOST.zones) {
    return { zones: [], userErrors: [tooMany("features", "zones")] };
  }
  const reader = new ZoneTermsReader(currencyCode);
  const userErrors: UserError[] = [];
  const zones = features.map((feature, index) => {
    const at = `features.${index}`;
    const { geometry, properties } = asObject(feature);
    const terms = reader.read(asObject(properties), `${at}.properties`);
    const polygons = polygonsOf(asObject(geometry));
    userErrors.push(...shapeErrors(polygons, `${at}.geometry`));
    return { ...terms, id: terms.name, polygons: polygons ?? [], ...OF_NO_MAP };
  });
  const wrong = [...userErrors, ...reader.userErrors, ...repeated(zones)];
  return { zones, userErrors: wrong.slice(0, MOST.userErrors) };
}

/** Values that a map cannot express. */
const OF_NO_MAP = { streets: [], everywhere: false, hours: null } as const;

function featuresOf(text: string): readonly unknown[] | null {
  try {
    const { type, features } = asObject(JSON.parse(text));
    return type === "FeatureCollection" && Array.isArray(features) ? features : null;
  } catch {
    return null;
  }
}

function asObject(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}

/** @returns null if it is not a polygon */
function polygonsOf({ type, coordinates }: Json): readonly Rings[] | null {
  const all = type === "Polygon" ? [coordinates] : type === "MultiPolygon" ? coordinates : null;
  return Array.isArray(all) && all.length > 0 && all.every(isPolygon) ? all.map(flat) : null;
}

function isPolygon(value: unknown): value is Rings {
  const isPosition = (corner: unknown) =>
    Array.isArray(corner) && corner.length >= 2 && corner.slice(0, 2).every(Number.isFinite);
  const isRing = (ring: unknown) => Array.isArray(ring) && ring.every(isPosition);
  return Array.isArray(value) && value.length > 0 && value.every(isRing);
}

/** Drops heights, which a position may have as its third number. */
function flat(rings: Rings): Rings {
  return rings.map((ring) => ring.map(([east, north]): Position => [east, north]));
}

function shapeErrors(polygons: readonly Rings[] | null, at: string): UserError[] {
  if (polygons === null) return [noPolygon(at)];
  if (polygons.length > MOST.polygons) return [tooMany(at, "polygons")];
  if (polygons.flat().some(({ length }) => length > MOST.positions)) {
    return [tooMany(at, "positions")];
  }
  const fault = polygons.map(shapeFault).find((found) => found !== null);
  return fault ? [misshapen(at, fault)] : [];
}

function repeated(zones: readonly DeliveryZone[]): UserError[] {
  const names = zones.map(({ name }) => name);
  return names.flatMap((name, index) =>
    name !== "" && names.indexOf(name) < index
      ? [nameTwice(`features.${index}.properties.name`)]
      : [],
  );
}
