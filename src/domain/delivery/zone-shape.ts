import kinks from "@turf/kinks";

import { closedRing, FEWEST_POSITIONS, type Position, type Rings } from "./zone-area";

/** Why a polygon cannot be used to judge places. */
export type ShapeFault =
  /** A ring has no area. */
  | "EMPTY"
  /** A coordinate is out of range: often latitude and longitude are swapped. */
  | "OFF_THE_GLOBE"
  /** Wider than half of the globe: it crosses the 180th meridian, and has to be split there. */
  | "TOO_WIDE"
  /** Two of its edges cross. */
  | "CROSSES_ITSELF";

/** @returns null: the polygon is valid */
export function shapeFault(rings: Rings): ShapeFault | null {
  const closed = rings.map(closedRing);
  if (closed.length === 0 || closed.some(isEmpty)) return "EMPTY";
  const positions = closed.flat();
  if (!positions.every(isOnGlobe)) return "OFF_THE_GLOBE";
  const east = positions.map(([longitude]) => longitude);
  if (Math.max(...east) - Math.min(...east) > 180) return "TOO_WIDE";
  const { features } = kinks({ type: "Polygon", coordinates: closed });
  return features.length > 0 ? "CROSSES_ITSELF" : null;
}

/** Too few corners, or all of them on one line. */
function isEmpty(ring: readonly Position[]): boolean {
  return ring.length < FEWEST_POSITIONS || doubleSize(ring) === 0;
}

function doubleSize(ring: readonly Position[]): number {
  const [origin] = ring;
  if (!origin) return 0;
  const fromOrigin = ring.map(([east, north]) => [east - origin[0], north - origin[1]] as const);
  return Math.abs(
    fromOrigin.reduce((sum, [east, north], index) => {
      const [nextEast, nextNorth] = fromOrigin[index + 1] ?? [0, 0];
      return sum + east * nextNorth - nextEast * north;
    }, 0),
  );
}

function isOnGlobe([longitude, latitude]: Position): boolean {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}
