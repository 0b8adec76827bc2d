import { type DeliveryZone } from "../../src/domain/delivery/delivery-zone";
import { type Place, readyZones, wantsPoint } from "../../src/domain/delivery/judge-place";

const RING = [
  [39, 57],
  [40, 57],
  [40, 58],
] as const;
const ALL = { kind: "ALL", from: null, to: null, listed: [] } as const;
const NOWHERE: Place = { point: null, posStreetId: null, house: "7" };
const IN_LENINA = { ...NOWHERE, posStreetId: "lenina" };
const POINT = { ...NOWHERE, point: { latitude: 57.1, longitude: 39.5 } };

function zone(id: string, change: Partial<DeliveryZone>): DeliveryZone {
  const terms = { priority: 1, minutes: null, minimumSum: null, fee: null, freeFrom: null };
  const nothing = { polygons: [], streets: [], everywhere: false, hours: null };
  return { id, name: id, ...terms, ...nothing, ...change };
}

const DRAWN = zone("drawn", { polygons: [[RING]] });
const LISTED = zone("listed", { streets: [{ posStreetId: "lenina", houses: ALL }] });
const BOTH = zone("both", { polygons: [[RING]], streets: LISTED.streets });
const ANYWHERE = zone("anywhere", { everywhere: true });

describe("The point of an address", () => {
  it.each<[boolean, string, DeliveryZone[], Place]>([
    [true, "in a drawn zone", [DRAWN], NOWHERE],
    [true, "in a drawn zone, whatever streets another lists", [DRAWN, LISTED], NOWHERE],
    [
      true,
      "in a drawn zone, for a street that no list has",
      [DRAWN, LISTED],
      { ...IN_LENINA, posStreetId: "mira" },
    ],
    [false, "where it is known", [DRAWN], POINT],
    [false, "for zones without shapes", [LISTED], NOWHERE],
    [false, "for a street that is listed", [DRAWN, LISTED], IN_LENINA],
    [
      false,
      "for a street that the zone's own list lacks",
      [BOTH],
      { ...IN_LENINA, posStreetId: "mira" },
    ],
    [false, "where everywhere is served", [DRAWN, ANYWHERE], NOWHERE],
    [false, "without zones", [], NOWHERE],
  ])("is wanted (%p) %s", (wanted, _, zones, place) => {
    expect(wantsPoint(readyZones(zones), place)).toBe(wanted);
  });
});
