import booleanPointInPolygon from "@turf/boolean-point-in-polygon";

/** In degrees, WGS 84. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** [longitude, latitude], as in GeoJSON. */
export type Position = readonly [longitude: number, latitude: number];

/** The outer ring, followed by its holes. */
export type Rings = readonly (readonly Position[])[];

/** Three corners, plus the first one again. */
export const FEWEST_POSITIONS = 4;

type Corner = [longitude: number, latitude: number];

/** One polygon, prepared for checks. */
export interface Area {
  readonly polygon: { readonly type: "Polygon"; readonly coordinates: Corner[][] };
  readonly bounds: Bounds;
}

interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/**
 * Prepares a polygon. Rings are closed, because for an open one the library says "outside" without
 * an error. Rings without an area are left out.
 *
 * @returns null: its outer ring has no area
 */
export function areaOf(rings: Rings): Area | null {
  const [outer, ...holes] = rings.map(closedRing);
  if (!outer || outer.length < FEWEST_POSITIONS) return null;
  const [longitudes, latitudes] = [outer.map(([east]) => east), outer.map(([, north]) => north)];
  return {
    polygon: {
      type: "Polygon",
      coordinates: [outer, ...holes.filter(({ length }) => length >= FEWEST_POSITIONS)],
    },
    bounds: {
      west: Math.min(...longitudes),
      south: Math.min(...latitudes),
      east: Math.max(...longitudes),
      north: Math.max(...latitudes),
    },
  };
}

/** Returns whether the point is inside. Edges count as inside, including those of holes. */
export function contains({ polygon, bounds }: Area, { longitude, latitude }: Point): boolean {
  const { west, south, east, north } = bounds;
  // Far faster than the polygon check, and most zones are elsewhere.
  const isNear = longitude >= west && longitude <= east && latitude >= south && latitude <= north;
  return isNear && booleanPointInPolygon([longitude, latitude], polygon);
}

/** Returns the ring without corners that repeat the previous one, and ending where it begins. */
export function closedRing(ring: readonly Position[]): Corner[] {
  const corners = ring
    .filter((corner, index) => index === 0 || !isSame(corner, ring[index - 1]))
    .map(([east, north]): Corner => [east, north]);
  const [first] = corners;
  return first && !isSame(first, corners.at(-1)) ? [...corners, [first[0], first[1]]] : corners;
}

function isSame(one: Position, other: Position | undefined): boolean {
  return other !== undefined && one[0] === other[0] && one[1] === other[1];
}
