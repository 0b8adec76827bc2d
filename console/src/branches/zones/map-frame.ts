/** Degrees east and north, in GeoJSON's order. */
export type Position = readonly [east: number, north: number];
/** An outer ring followed by its holes. */
export type Polygon = readonly (readonly Position[])[];

/** Converts positions in a town to positions on a drawing, and back. */
export interface MapFrame {
  readonly width: number;
  readonly height: number;
  readonly toDrawing: (place: Position) => readonly [x: number, y: number];
  readonly toPlace: (x: number, y: number) => Position;
}

const WIDTH = 1000;
const [LOWEST, HIGHEST] = [420, 760];
const MARGIN = 40;
/** Used for a single point, so that it has a position at all. */
const SMALLEST_SPAN = 1e-6;

/**
 * A frame around all polygons. A degree of longitude gets the length that it has in their middle:
 * right for a town, wrong for a continent.
 */
export function frameOf(polygons: readonly Polygon[]): MapFrame {
  const places = polygons.flat(2);
  const [west, east] = ends(places.map(([longitude]) => longitude));
  const [south, north] = ends(places.map(([, latitude]) => latitude));
  const [middleEast, middleNorth] = [(west + east) / 2, (south + north) / 2];
  const shortened = Math.cos((middleNorth * Math.PI) / 180);
  const across = Math.max((east - west) * shortened, SMALLEST_SPAN);
  const up = Math.max(north - south, SMALLEST_SPAN);
  const height = Math.round(Math.min(Math.max((WIDTH * up) / across, LOWEST), HIGHEST));
  const scale = Math.min((WIDTH - 2 * MARGIN) / across, (height - 2 * MARGIN) / up);
  return {
    width: WIDTH,
    height,
    toDrawing: ([longitude, latitude]) => [
      WIDTH / 2 + (longitude - middleEast) * shortened * scale,
      height / 2 - (latitude - middleNorth) * scale,
    ],
    toPlace: (x, y) => [
      middleEast + (x - WIDTH / 2) / (shortened * scale),
      middleNorth - (y - height / 2) / scale,
    ],
  };
}

/** Does not spread the array, because a zone may have thousands of corners. */
export function ends(values: readonly number[]): readonly [least: number, most: number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return [least, most];
}

/** The polygons in coordinates of the drawing. */
export function drawnIn({ toDrawing }: MapFrame, polygons: readonly Polygon[]): Polygon[] {
  return polygons.map((rings) => rings.map((ring) => ring.map(toDrawing)));
}

/**
 * Builds an SVG path to be filled by the rule "evenodd", so that holes stay open.
 *
 * @param polygons in coordinates of the drawing
 */
export function pathOf(polygons: readonly Polygon[]): string {
  const corner = (place: Position) => place.map((value) => value.toFixed(1)).join(" ");
  return polygons
    .flat()
    .map((ring) => `M${ring.map(corner).join("L")}Z`)
    .join("");
}
