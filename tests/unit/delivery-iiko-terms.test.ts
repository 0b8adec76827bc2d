import { type DeliveryRestriction, UNRESTRICTED } from "../../sandbox/delivery/restrictions";
import { judgePlace, readyZones } from "../../src/domain/delivery/judge-place";
import { WeekStart } from "../../src/domain/delivery/week-start";
import { dependsOnWeekStart } from "../../src/domain/delivery/zones-of-pos";
import { aRestriction, termsOf, zonesIn } from "../support/delivery-restrictions";

const PRODUCT = "5f0e0d0a-0000-4000-8000-00000000000a";
const OTHER_TILL = "5f0e0d0a-0000-4000-8000-00000000000b";
const STREET = "5f0e0d0a-0000-4000-8000-00000000000c";
const HERE = { point: { latitude: 57.63, longitude: 39.85 }, posStreetId: null, house: null };
const CORNERS = [
  { latitude: 57.6, longitude: 39.8 },
  { latitude: 57.6, longitude: 39.9 },
  { latitude: 57.7, longitude: 39.9 },
];

function answer(change: Partial<DeliveryRestriction>, common: object = {}) {
  return { ...UNRESTRICTED, restrictions: [aRestriction(change)], ...common };
}

async function zone(change: Partial<DeliveryRestriction>, common: object = {}) {
  const [only, ...others] = await zonesIn(answer(change, common));
  expect(others).toEqual([]);
  return only!;
}

async function answered(restrictions: object) {
  const wanted = { sum: 100_000, wantedAt: null, now: new Date(), timeZone: "Europe/Moscow" };
  return judgePlace(readyZones(await zonesIn(restrictions)), HERE, wanted).kind;
}

const days = (map: string) => Array.from(map, (day) => day === "1");
const WHOLE_DAY = { from: 0, to: 1439 };

describe("iiko's delivery restrictions", () => {
  it.each([
    ["both are missing", null, null, null],
    ["both are 0", 0, 0, null],
    ["they are the whole day", 0, 1440, null],
    ["they are within a day", 600, 1380, { from: 600, to: 1380 }],
    ["the end is before the beginning", 1320, 120, { from: 1320, to: 1560 }],
    ["the end is beyond midnight", 1320, 1500, { from: 1320, to: 1500 }],
    ["they are equal", 600, 600, { from: 600, to: 2040 }],
    ["there is no end", 600, null, { from: 600, to: 1440 }],
    ["there is no beginning", null, 600, { from: 0, to: 600 }],
  ])("apply at certain times: %s", async (_, from, to, expected) => {
    const { hours } = await zone({ from, to });
    expect(hours && { from: hours.from, to: hours.to }).toEqual(expected);
  });

  it("apply on certain days, whose first one the branch defines", async () => {
    const workdays = answer({ weekMap: 0b001_1111 });
    const [fromMonday] = await zonesIn(workdays);
    expect(fromMonday!.hours).toEqual({ days: days("1111100"), ...WHOLE_DAY });
    const [fromSunday] = await zonesIn(workdays, { weekStartsAt: WeekStart.SUNDAY });
    expect(fromSunday!.hours).toEqual({ days: days("1111001"), ...WHOLE_DAY });
  });

  it.each([
    [127, null, false],
    [255, null, false],
    [0, days("0000000"), false],
    [1, days("1000000"), true],
    [0b100_0001, days("1000001"), true],
  ])("read the week map %s", async (weekMap, expected, isInDoubt) => {
    const { hours } = await zone({ weekMap });
    expect(hours?.days ?? null).toEqual(expected);
    const { restrictions } = await termsOf(answer({ weekMap }));
    expect(restrictions.map(dependsOnWeekStart)).toEqual([isInDoubt]);
  });

  it("have common terms when iiko says so", async () => {
    const single = { minSum: 900, deliveryDurationInMinutes: 90, weekMap: 1, from: 60, to: 120 };
    const own = { defaultMinSum: 500, defaultDeliveryDurationInMinutes: 40, defaultFrom: 600 };
    const common = { ...own, defaultTo: 1380 };
    expect(await zone(single, common)).toMatchObject({
      minimumSum: 90_000,
      minutes: 90,
      hours: { days: days("1000000"), from: 60, to: 120 },
    });
    const same = {
      useSameMinSum: true,
      useSameDeliveryDuration: true,
      useSameWorkTimeInterval: true,
      useSameRestrictionsOnAllWeek: true,
    };
    expect(await zone(single, { ...common, ...same })).toMatchObject({
      minimumSum: 50_000,
      minutes: 40,
      hours: { days: days("1111111"), from: 600, to: 1380 },
    });
  });

  it("take the price of their product as the fee, if iiko adds one at all", async () => {
    const of = async (common: object, own: string | null) => {
      const prices = new Map([[PRODUCT, 15_000]]);
      const restrictions = answer({ deliveryServiceProductId: own }, common);
      const [only] = await zonesIn(restrictions, { prices, freeFrom: 100_000 });
      return [only!.fee, only!.freeFrom, only!.feeProductId];
    };
    const added = { addDeliveryServiceCost: true };
    expect(await of({}, PRODUCT)).toEqual([null, null, null]);
    expect(await of(added, PRODUCT)).toEqual([15_000, 100_000, PRODUCT]);
    expect(await of(added, OTHER_TILL)).toEqual([null, null, null]);
    const common = {
      useSameDeliveryServiceProduct: true,
      defaultDeliveryServiceProductId: PRODUCT,
    };
    expect(await of({ ...added, ...common }, null)).toEqual([15_000, 100_000, PRODUCT]);
  });

  it("apply only to the branch's terminal group and organization", async () => {
    expect(await answered(UNRESTRICTED)).toBe("NOT_JUDGED");
    expect(await answered(answer({}))).toBe("SERVED");
    expect(await answered(answer({ terminalGroupId: null }))).toBe("SERVED");
    expect(await answered(answer({ terminalGroupId: OTHER_TILL }))).toBe("NOT_SERVED");
    const [anyTill] = await zonesIn(answer({ terminalGroupId: OTHER_TILL }), {
      terminalGroupId: null,
    });
    expect(anyTill).toMatchObject({ everywhere: true });
    expect(await answered(answer({ organizationId: OTHER_TILL }))).toBe("NOT_JUDGED");
  });

  it("are joined to shapes by name; open, empty and missing ones are no error", async () => {
    const drawn = (coordinates: object[], name = "Центр") => ({
      deliveryZones: [{ name, coordinates, addresses: [] }],
    });
    const centre = { zone: "Центр" };
    expect(await answered(answer(centre, drawn(CORNERS)))).toBe("SERVED");
    expect(await answered(answer(centre, drawn([...CORNERS, CORNERS[0]!])))).toBe("SERVED");
    expect(await answered(answer(centre, drawn(CORNERS.slice(0, 2))))).toBe("NOT_SERVED");
    expect(await answered(answer(centre, drawn([])))).toBe("NOT_SERVED");
    expect(await answered(answer(centre, drawn(CORNERS, "Другая")))).toBe("NOT_SERVED");
  });

  it("know four kinds of houses, and judge nothing by any other", async () => {
    const houses = { startingNumber: 2, maxNumber: 20, isUnlimitedRange: false };
    const listed = (type: number, more: object = {}) => ({
      streetId: STREET,
      postcode: "150000",
      houses: { type, specificNumbers: ["7а"], ...houses, ...more },
    });
    const addresses = [0, 1, 2, 3, 4].map((type) => listed(type));
    const unlimited = listed(1, { isUnlimitedRange: true });
    const deliveryZones = [
      { name: "Улицы", coordinates: [], addresses: [...addresses, unlimited] },
    ];
    const { streets } = await zone({ zone: "Улицы" }, { deliveryZones });
    expect(streets.map(({ houses: { kind, from, to } }) => [kind, from, to])).toEqual([
      ["ALL", 2, 20],
      ["EVEN", 2, 20],
      ["ODD", 2, 20],
      ["LISTED", 2, 20],
      ["EVEN", 2, null],
    ]);
  });

  it("are rejected when a corner or a restriction cannot be read", async () => {
    const torn = [{ latitude: 57.6, longitude: 39.8 }, { latitude: "here" }];
    const shape = { deliveryZones: [{ name: "Центр", coordinates: torn, addresses: [] }] };
    await expect(zonesIn(answer({ zone: "Центр" }, shape))).rejects.toThrow();
    await expect(zonesIn({ ...UNRESTRICTED, restrictions: ["all"] })).rejects.toThrow();
  });
});
