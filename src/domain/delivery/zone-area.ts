import booleanPointInPolygon from "@turf/boolean-point-in-polygon";

/** Degrees, WGS 84. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** [longitude, latitude], as GeoJSON has it. */
export type Position = readonly [longitude: number, latitude: number];

/** The outer ring, then its holes. */
export type Rings = readonly (readonly Position[])[];

/** Three corners, and the first one again. */
export const FEWEST_POSITIONS = 4;

type Corner = [longitude: number, latitude: number];

/** One polygon, ready to be asked. */
export interface Area {
  readonly polygon: { readonly type: "Polygon"; readonly coordinates: Corner[][] };
  /** West, south, east and north of it. */
  readonly box: readonly [number, number, number, number];
}

/**
 * Gets a polygon ready. Rings are closed: of an open one the library says "outside" without an
 * error. Whatever encloses nothing is left out.
 *
 * @returns null: its outer ring encloses nothing
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
    box: [
      Math.min(...longitudes),
      Math.min(...latitudes),
      Math.max(...longitudes),
      Math.max(...latitudes),
    ],
  };
}

/** Is the point inside? The edge is, that of a hole too. */
export function contains({ polygon, box }: Area, { longitude, latitude }: Point): boolean {
  const [west, south, east, north] = box;
  // Far quicker than the polygon, and most zones are elsewhere.
  const isNear = longitude >= west && longitude <= east && latitude >= south && latitude <= north;
  return isNear && booleanPointInPolygon([longitude, latitude], polygon);
}

/** Without corners that repeat the one before, and ending where it begins. */
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
