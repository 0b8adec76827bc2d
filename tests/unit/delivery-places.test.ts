import fc from "fast-check";

import { judgePlace, type PlaceVerdict, readyZones } from "../../src/domain/delivery/judge-place";
import {
  type PlaceRow,
  placeRows,
  PLACES_TIME_ZONE,
  toZone,
  writtenZones,
} from "../support/delivery-places";

const ROWS = placeRows();
const ZONES = writtenZones().map(toZone);

function told(verdict: PlaceVerdict) {
  const zone = "zone" in verdict ? verdict.zone.name : null;
  return { answer: verdict.kind, zone, missing: "missing" in verdict ? verdict.missing : null };
}

const READY = readyZones(ZONES);

function judged({ place, sum, wantedAt, now }: PlaceRow, zones = READY) {
  const wanted = { sum, wantedAt, now, timeZone: PLACES_TIME_ZONE };
  return told(judgePlace(zones, place, wanted));
}

const expected = ({ answer, zone, missing }: PlaceRow) => ({ answer, zone, missing });

describe("a place", () => {
  it.each(ROWS.map((row) => [row.why, row] as const))("has the expected verdict: %s", (_, row) => {
    expect(judged(row)).toEqual(expected(row));
  });

  it("is judged by a table that was written by hand", () => {
    expect(ROWS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(ROWS.map(({ answer }) => answer)).size).toBe(5);
  });

  it("is judged the same in whatever order the zones and their corners come", () => {
    const shuffled = fc.shuffledSubarray(ZONES, { minLength: ZONES.length });
    fc.assert(
      fc.property(shuffled, fc.nat(10), fc.boolean(), (zones, by, reversed) => {
        const turned = zones.map((zone) => {
          const polygons = zone.polygons.map((rings) =>
            rings.map((ring) => turn(ring, by, reversed)),
          );
          return { ...zone, polygons };
        });
        const ready = readyZones(turned);
        expect(ROWS.map((row) => judged(row, ready))).toEqual(ROWS.map(expected));
      }),
      { numRuns: 30 },
    );
  });

  it("is not judged by a branch without zones", () => {
    expect(judged(ROWS[0]!, [])).toEqual({ answer: "NOT_JUDGED", zone: null, missing: null });
  });

  it("is served by a zone that covers everything, however little is known of it", () => {
    const [zone] = ZONES;
    const everywhere = { ...zone!, everywhere: true, polygons: [], hours: null };
    const nowhere = { ...ROWS[0]!, place: { point: null, posStreetId: null, house: null } };
    expect(judged(nowhere, readyZones([everywhere]))).toMatchObject({ answer: "SERVED" });
  });
});

/** The same ring from another corner, or in the opposite direction; it may be open or closed. */
function turn<Corner>(ring: readonly Corner[], by: number, reversed: boolean): Corner[] {
  const isClosed = ring.length > 1 && String(ring[0]) === String(ring.at(-1));
  const corners = isClosed ? ring.slice(0, -1) : [...ring];
  const from = by % corners.length;
  const turned = [...corners.slice(from), ...corners.slice(0, from)];
  return reversed ? turned.reverse() : turned;
}
