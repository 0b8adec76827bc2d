import { type DeliveryZone } from "../../domain/delivery/delivery-zone";

/** Characters of one import; larger sets of zones come in several. */
export const LONGEST_IMPORT = 120_000;

/** How many there are of each at most. */
export const MOST = {
  /** Of a branch. */
  zones: 500,
  /** Of a zone. */
  polygons: 50,
  /** Of a ring: what it costs to look for crossings grows with their square. */
  positions: 2_000,
  /** Of all zones of a branch. */
  allPositions: 50_000,
  /** Told of one import. */
  userErrors: 20,
} as const;

export const LONGEST_NAME = 100;
/** A week: nobody waits longer. */
export const MOST_MINUTES = 10_080;
export const MOST_PRIORITY = 1_000_000;
/** A million, in kopecks. */
export const MOST_SUM = 100_000_000;

/** Of what there is more in a branch's zones than it may have. */
export function tooManyOf(zones: readonly DeliveryZone[]): ("allPositions" | "zones")[] {
  const allPositions = zones.flatMap(({ polygons }) => polygons.flat(2)).length;
  const counted = { zones: zones.length, allPositions };
  return (["zones", "allPositions"] as const).filter((what) => counted[what] > MOST[what]);
}
