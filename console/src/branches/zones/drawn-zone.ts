import { type Polygon } from "./map-frame";
import { type ZonesAnswer } from "./operations";

export type Zone = NonNullable<ZonesAnswer["branch"]>["deliveryZones"][number];

/** The parts of a zone that can be drawn; a zone of streets has none. */
export function polygonsOf({ area }: Pick<Zone, "area">): readonly Polygon[] {
  if (area === null) return [];
  return (JSON.parse(area) as { readonly coordinates: readonly Polygon[] }).coordinates;
}
