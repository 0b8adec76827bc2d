import { ends, type Polygon, type Position } from "./map-frame";

/** Number of positions to try across a zone, and also from north to south. */
const STEPS = 12;
/** For placing a name, a border of thousands of corners is as good when reduced to this many. */
const MOST_CORNERS = 40;
/** A name is about this many times wider than it is high. */
const WIDER = 3;

type Ring = readonly Position[];
type Side = readonly [from: Position, to: Position];

/** A zone, or one of its areas if it has several. */
interface Area {
  readonly sides: readonly Side[];
  readonly box: Box;
}

interface Box {
  readonly west: number;
  readonly east: number;
  readonly north: number;
  readonly south: number;
}

/**
 * Where a zone's name goes on the drawing: inside the zone, outside all zones that lie over it, and
 * as far as possible from all their borders.
 *
 * @param zone in coordinates of the drawing, like the others
 * @param over zones that hide this one where they overlap
 */
export function namePlace(zone: readonly Polygon[], over: readonly Polygon[]): Position {
  const [widest] = zone.map(areaOf).sort((one, other) => sizeOf(other.box) - sizeOf(one.box));
  if (!widest) return [0, 0];
  const near = over.map(areaOf).filter(({ box }) => overlap(box, widest.box));
  const [best] = placesIn(widest.box)
    .map((place) => ({ place, room: roomAt(place, widest, near) }))
    .sort((one, other) => other.room - one.room);
  const [x, y] = best?.place ?? [0, 0];
  return [x * WIDER, y];
}

function areaOf(polygon: Polygon): Area {
  const rings = polygon.map(inFewCorners);
  return { sides: rings.flatMap(sidesOf), box: boxOf(rings.flat()) };
}

function inFewCorners(ring: Ring): Ring {
  const each = Math.ceil(ring.length / MOST_CORNERS);
  return ring.filter((_, index) => index % each === 0).map(([x, y]): Position => [x / WIDER, y]);
}

function sidesOf(ring: Ring): Side[] {
  return ring.map((from, index) => [from, ring[(index + 1) % ring.length] ?? from]);
}

/** Positions from the middle outwards: of those with equal room, the first wins. */
function placesIn({ west, east, north, south }: Box): Position[] {
  const steps = Array.from({ length: STEPS + 1 }, (_, index) => index / STEPS).sort(
    (one, other) => Math.abs(one - 0.5) - Math.abs(other - 0.5),
  );
  const across = (share: number) => west + (east - west) * share;
  const down = (share: number) => north + (south - north) * share;
  return steps.flatMap((y) => steps.map((x): Position => [across(x), down(y)]));
}

/** Distance to the nearest border; below 0 when the name cannot go there. */
function roomAt(place: Position, own: Area, over: readonly Area[]): number {
  if (!isIn(place, own) || over.some((area) => isIn(place, area))) return -1;
  return Math.min(...[own, ...over].map((area) => distance(place, area)));
}

/** Uses the rule "evenodd", as the zones' fill does. */
function isIn([x, y]: Position, { sides }: Area): boolean {
  const crossed = sides.filter(
    ([[fromX, fromY], [toX, toY]]) =>
      fromY > y !== toY > y && x < fromX + ((toX - fromX) * (y - fromY)) / (toY - fromY),
  );
  return crossed.length % 2 === 1;
}

function distance([x, y]: Position, { sides }: Area): number {
  const all = sides.map(([[fromX, fromY], [toX, toY]]) => {
    const [alongX, alongY] = [toX - fromX, toY - fromY];
    const length = alongX ** 2 + alongY ** 2;
    const share = length === 0 ? 0 : ((x - fromX) * alongX + (y - fromY) * alongY) / length;
    const nearest = Math.min(1, Math.max(0, share));
    return Math.hypot(fromX + nearest * alongX - x, fromY + nearest * alongY - y);
  });
  return Math.min(...all);
}

function boxOf(corners: Ring): Box {
  const [west, east] = ends(corners.map(([x]) => x));
  const [north, south] = ends(corners.map(([, y]) => y));
  return { west, east, north, south };
}

function sizeOf({ west, east, north, south }: Box): number {
  return (east - west) * (south - north);
}

function overlap(one: Box, other: Box): boolean {
  const across = one.west < other.east && other.west < one.east;
  return across && one.north < other.south && other.north < one.south;
}
