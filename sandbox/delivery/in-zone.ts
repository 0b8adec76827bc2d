import { type DeliveryZone } from "./restrictions";

/** In square degrees: below this, a double cannot tell a point from the edge. */
const ON_EDGE = 1e-12;

/** Where an order goes, as far as the request says. */
export interface Spot {
  coordinates: { latitude: number; longitude: number } | null;
  streetId: string | null;
  house: string;
}

type Corner = DeliveryZone["coordinates"][number];

/** Whether it is inside; undefined if the request does not say enough. */
export function isInZone(zones: readonly DeliveryZone[], spot: Spot): boolean | undefined {
  const drawn = zones.filter(({ coordinates }) => coordinates.length > 2);
  const listed = zones.flatMap(({ addresses }) => addresses);
  const { coordinates, streetId } = spot;
  if (coordinates && drawn.some((zone) => isInside(zone.coordinates, coordinates))) return true;
  if (listed.some((each) => each.streetId === streetId && isHouse(each.houses, spot.house)))
    return true;
  const couldTell =
    (coordinates !== null && drawn.length > 0) || (streetId !== null && listed.length > 0);
  return couldTell || drawn.length + listed.length === 0 ? false : undefined;
}

/** Counts the edges east of the point. The last corner is joined to the first. */
function isInside(ring: readonly Corner[], point: Corner): boolean {
  let crossed = 0;
  for (const [index, corner] of ring.entries()) {
    const next = ring[(index + 1) % ring.length] ?? corner;
    if (isOnEdge(corner, next, point)) return true;
    const spans = corner.latitude > point.latitude !== next.latitude > point.latitude;
    if (!spans) continue;
    const share = (point.latitude - corner.latitude) / (next.latitude - corner.latitude);
    if (corner.longitude + share * (next.longitude - corner.longitude) > point.longitude)
      crossed += 1;
  }
  return crossed % 2 === 1;
}

function isOnEdge(from: Corner, to: Corner, { latitude, longitude }: Corner): boolean {
  const [north, east] = [to.latitude - from.latitude, to.longitude - from.longitude];
  const beside = north * (longitude - from.longitude) - east * (latitude - from.latitude);
  if (Math.abs(beside) > ON_EDGE) return false;
  const isBetween = (value: number, one: number, other: number) =>
    value >= Math.min(one, other) && value <= Math.max(one, other);
  return (
    isBetween(latitude, from.latitude, to.latitude) &&
    isBetween(longitude, from.longitude, to.longitude)
  );
}

function isHouse(
  { type, specificNumbers, ...range }: DeliveryZone["addresses"][number]["houses"],
  house: string,
): boolean {
  const plain = (written: string) => written.replaceAll(" ", "").toUpperCase();
  if (type === 3) return specificNumbers.map(plain).includes(plain(house));
  const number = Number.parseInt(house, 10);
  const { startingNumber, maxNumber, isUnlimitedRange } = range;
  const hasEnd = !isUnlimitedRange && maxNumber > 0;
  if (Number.isNaN(number)) return type === 0 && startingNumber === 0 && !hasEnd;
  if (number < startingNumber || (hasEnd && number > maxNumber)) return false;
  return type === 0 || number % 2 === (type === 1 ? 0 : 1);
}
