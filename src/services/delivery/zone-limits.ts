import { type DeliveryZone } from "../../domain/delivery/delivery-zone";

/** Maximum characters of one import; larger sets of zones are split over several. */
export const LONGEST_IMPORT = 120_000;

/** Maximum number of each. */
export const MOST = {
  /** Per branch. */
  zones: 500,
  /** Per zone. */
  polygons: 50,
  /** Per ring: the cost of looking for crossings grows with the square of this number. */
  positions: 2_000,
  /** Across all zones of a branch. */
  allPositions: 50_000,
  /** Reported per import. */
  userErrors: 20,
} as const;

export const LONGEST_NAME = 100;
/** A week: no guest waits longer. */
export const MOST_MINUTES = 10_080;
export const MOST_PRIORITY = 1_000_000;
/** A million in kopecks. */
export const MOST_SUM = 100_000_000;

/** Returns which limits the zones of a branch exceed. */
export function tooManyOf(zones: readonly DeliveryZone[]): ("allPositions" | "zones")[] {
  const allPositions = zones.flatMap(({ polygons }) => polygons.flat(2)).length;
  const counted = { zones: zones.length, allPositions };
  return (["zones", "allPositions"] as const).filter((what) => counted[what] > MOST[what]);
}
