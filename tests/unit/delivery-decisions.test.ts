import { type DeliveryZone } from "../../src/domain/delivery/delivery-zone";
import { judgePlace, readyZones } from "../../src/domain/delivery/judge-place";
import { decisionOf, type TillAnswer } from "../../src/domain/delivery/pos-address";

const TILLS: readonly TillAnswer[] = [
  { terminalGroupId: "A", serves: false, zone: "Центр" },
  { terminalGroupId: "B", serves: true, zone: "Город" },
  { terminalGroupId: "B", serves: false, zone: "Центр" },
  { terminalGroupId: "C", serves: true, zone: null },
];
const ALWAYS = { wantedAt: null, now: new Date("2026-12-02T12:00:00Z"), timeZone: "UTC" };

function zone(name: string, minimumSum: number | null): DeliveryZone {
  const terms = { priority: 1, minutes: 40, minimumSum, fee: null, freeFrom: null, hours: null };
  return { id: name, name, polygons: [], streets: [], everywhere: true, ...terms };
}

const ZONES = readyZones([zone("Центр", null), zone("Город", 80_000)]);

describe("What a POS decides about a place", () => {
  it.each([
    ["no, of a till that it refuses", "A", { serves: false, zones: [] }],
    ["the zones in which a till serves it", "B", { serves: true, zones: ["Город"] }],
    ["yes, without a zone", "C", { serves: true, zones: [null] }],
    ["nothing, of a till that it leaves out", "D", null],
    ["yes, of whichever till, if any serves it", null, { serves: true, zones: ["Город", null] }],
  ])("is %s", (_, till, decision) => {
    expect(decisionOf(TILLS, till)).toEqual(decision);
  });

  it.each([
    ["refused, although a zone is everywhere", "A", 100_000, "NOT_SERVED", undefined],
    ["served by the zone that it names", "B", 100_000, "SERVED", "Город"],
    ["judged by that zone's minimum", "B", 50_000, "BELOW_MINIMUM", "Город"],
    ["served on the branch's own terms, without a zone", "C", 0, "NOT_JUDGED", undefined],
    ["as its zones say, where it says nothing", "D", 0, "SERVED", "Центр"],
  ])("makes the place %s", (_, till, sum, kind, name) => {
    const place = {
      point: null,
      posStreetId: null,
      house: null,
      decision: decisionOf(TILLS, till),
    };
    const verdict = judgePlace(ZONES, place, { sum, ...ALWAYS });
    expect([verdict.kind, "zone" in verdict ? verdict.zone.name : undefined]).toEqual([kind, name]);
  });

  it("applies to a branch without zones", () => {
    const place = { point: null, posStreetId: null, house: null, decision: decisionOf(TILLS, "A") };
    expect(judgePlace([], place, { sum: 0, ...ALWAYS })).toEqual({ kind: "NOT_SERVED" });
  });
});
