import { type Polygon } from "./map-frame";
import { type ZonesAnswer } from "./operations";

export type Zone = NonNullable<ZonesAnswer["branch"]>["deliveryZones"][number];

/** What can be drawn of a zone; one of streets has nothing. */
export function polygonsOf({ area }: Pick<Zone, "area">): readonly Polygon[] {
  if (area === null) return [];
  return (JSON.parse(area) as { readonly coordinates: readonly Polygon[] }).coordinates;
}
