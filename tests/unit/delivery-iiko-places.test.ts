import { isDeepStrictEqual } from "node:util";

import fc from "fast-check";

import { judgeDelivery } from "../../sandbox/delivery/judge-delivery";
import { type DeliveryRestrictions } from "../../sandbox/delivery/restrictions";
import {
  judgePlace,
  type PlaceVerdict,
  type ReadyZones,
  readyZones,
} from "../../src/domain/delivery/judge-place";
import {
  type PlaceRow,
  placeRows,
  PLACES_TIME_ZONE as timeZone,
  writtenZones,
} from "../support/delivery-places";
import { asRestrictions, ORGANIZATION_ID, TILL, zonesIn } from "../support/delivery-restrictions";

type Question = Pick<PlaceRow, "now" | "place" | "sum" | "wantedAt">;

const ROWS = placeRows();
const RESTRICTIONS = asRestrictions(writtenZones());

let zones: ReadyZones;

beforeAll(async () => {
  zones = readyZones(await zonesIn(RESTRICTIONS));
});

function judged({ place, sum, wantedAt, now }: Question, by = zones) {
  const verdict = judgePlace(by, place, { sum, wantedAt, now, timeZone });
  const missing = "missing" in verdict ? verdict.missing : null;
  return { answer: verdict.kind, zone: "zone" in verdict ? verdict.zone.name : null, missing };
}

const OF_TILL: Readonly<Record<string, PlaceVerdict["kind"]>> = {
  OutOfTerminalZone: "NOT_SERVED",
  DayOfWeekIsUnacceptable: "NOT_THEN",
  DeliveryTimeIsUnacceptable: "NOT_THEN",
  SumIsLessThenMinimum: "BELOW_MINIMUM",
};

/** The verdict of the till, which has rules of its own. */
function judgedByTill({ place, sum, wantedAt, now }: Question, by: DeliveryRestrictions) {
  const { rejectCode, isUnknownPlace, restriction } = judgeDelivery(by, {
    terminalGroupId: TILL,
    organizationId: ORGANIZATION_ID,
    spot: { coordinates: place.point, streetId: place.posStreetId, house: place.house ?? "" },
    dueAt: wantedAt?.getTime() ?? null,
    now: now.getTime(),
    timeZone,
    sum: sum === null ? null : sum / 100,
    weekBeginsOnSunday: false,
  });
  if (isUnknownPlace) return { answer: "NOT_LOCATED", zone: null };
  if (rejectCode === null) return { answer: "SERVED", zone: restriction?.zone ?? null };
  return { answer: OF_TILL[rejectCode], zone: null };
}

const expected = ({ answer, zone, missing }: PlaceRow) => ({ answer, zone, missing });
const asTill = ({ answer, zone }: PlaceRow) => ({
  answer,
  zone: answer === "SERVED" ? zone : null,
});

describe("a place judged by iiko's zones", () => {
  it.each(ROWS.map((row) => [row.why, row] as const))("has the expected verdict: %s", (_, row) => {
    expect(judged(row)).toEqual(expected(row));
    expect(judgedByTill(row, RESTRICTIONS)).toEqual(asTill(row));
  });

  it("is judged the same however zones and restrictions are shuffled", async () => {
    const all = <Each>(list: readonly Each[]) =>
      fc.shuffledSubarray([...list], { minLength: list.length });
    const { deliveryZones, restrictions } = RESTRICTIONS;
    const shuffled = fc.record({
      deliveryZones: all(deliveryZones),
      restrictions: all(restrictions),
    });
    await fc.assert(
      fc.asyncProperty(shuffled, async (order) => {
        const answer = { ...RESTRICTIONS, ...order };
        const read = await zonesIn(answer);
        expect(read).toEqual(await zonesIn(RESTRICTIONS));
        expect(ROWS.map((row) => judged(row, readyZones(read)))).toEqual(ROWS.map(expected));
        expect(ROWS.map((row) => judgedByTill(row, answer))).toEqual(ROWS.map(asTill));
      }),
      { numRuns: 20, seed: 20 },
    );
  });

  it("is never refused by the POS for location, time or sum once it is accepted", () => {
    let taken = 0;
    const [west, south] = [39.65, 57.53];
    const point = fc.record({
      latitude: fc.integer({ min: 0, max: 200 }).map((step) => south + step / 1000),
      longitude: fc.integer({ min: 0, max: 400 }).map((step) => west + step / 1000),
    });
    // A street is served around the clock, so most are judged by their point.
    const street = fc.option(fc.constantFrom("street lenina", "street mira", "street novaya"), {
      freq: 1,
    });
    const minutes = fc.integer({ min: 1, max: 20_000 });
    const order = fc.record({
      point: fc.option(point),
      posStreetId: street,
      house: fc.constantFrom("1", "2", "7", "12/2", "20", "21"),
      sum: fc.integer({ min: 0, max: 300_000 }),
      begins: minutes,
      ahead: fc.option(minutes),
    });
    fc.assert(
      fc.property(order, ({ sum, begins, ahead, ...place }) => {
        const now = new Date(Date.parse("2026-12-01T00:00:00Z") + begins * 60_000);
        const wantedAt = ahead === null ? null : new Date(now.getTime() + ahead * 60_000);
        const question = { place, sum, wantedAt, now };
        const { answer, zone } = judged(question);
        if (answer !== "SERVED") return true;
        taken += 1;
        return isDeepStrictEqual(judgedByTill(question, RESTRICTIONS), { answer, zone });
      }),
      { numRuns: 12_000, seed: 20 },
    );
    expect(taken).toBeGreaterThan(500);
  });
});
