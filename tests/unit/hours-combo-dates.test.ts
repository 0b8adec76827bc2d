import { normaliseMenu } from "../../src/adapters/iiko/menu/menu-detect";
import { type SaleDates, type SaleHours } from "../../src/domain/catalogue/sale-hours";
import { SaleTimes } from "../../src/domain/catalogue/sale-times";
import { aMenu, anItem, ORGANIZATION } from "../support/menu-bodies";

const MOSCOW = "Europe/Moscow";
const ID = "7f0e0d0a-0000-4000-8000-00000000c0b0";
const LUNCH = { days: [], from: 720, to: 960 };

function read(startDate: unknown, expirationDate: unknown): SaleHours {
  const combo = { id: ID, name: "Ланч", priceStrategy: "FIXED", price: 300, groups: [] };
  const combos = [{ ...combo, startDate, expirationDate }];
  const comboCategories = [{ id: "c", name: "Комбо", combos }];
  return normaliseMenu(aMenu([anItem()], { comboCategories }), ORGANIZATION).saleHours;
}

const datesOf = (startDate: unknown, expirationDate: unknown): SaleDates | null =>
  read(startDate, expirationDate).products[0]?.dates ?? null;

/** true when it is sold; otherwise when it will be sold again, or null. */
function soldAt(hours: SaleHours, at: string, timeZone = MOSCOW): true | string | null {
  const opensAt = new SaleTimes(hours, timeZone).at(new Date(at)).opensAt(ID);
  return opensAt === undefined ? true : (opensAt?.toISOString() ?? null);
}

describe("the days on which a combo is sold", () => {
  it.each([
    ["2026-12-01", "2026-12-31", ["2026-12-01", 0], ["2026-12-31", 1440]],
    [
      "2026-12-01 10:30:00.000",
      "2026-12-31 22:00:00.000",
      ["2026-12-01", 630],
      ["2026-12-31", 1320],
    ],
    ["2026-12-01T00:00:00+00:00", "2026-12-31T00:00:00Z", ["2026-12-01", 0], ["2026-12-31", 1440]],
    ["0001-01-01T00:00:00", "2026-12-31", null, ["2026-12-31", 1440]],
    ["2026-12-01", null, ["2026-12-01", 0], null],
  ])("are read from %s to %s", (startDate, expirationDate, from, to) => {
    const wall = (told: (string | number)[] | null) => told && { date: told[0], minute: told[1] };
    expect(datesOf(startDate, expirationDate)).toEqual({ from: wall(from), to: wall(to) });
  });

  it.each([
    ["nothing", null, null],
    ["dates that nobody set", "0001-01-01T00:00:00", "9999-12-31T23:59:59"],
    ["what is no day of the calendar", "2026-02-30", "2026-12-31"],
    ["what is no moment", "soon", "2026-12-31"],
    ["an hour that there is not", "2026-12-01 25:00", "2026-12-31"],
  ])("limit nothing when iiko says %s", (_what, startDate, expirationDate) => {
    expect(read(startDate, expirationDate).products).toEqual([]);
  });

  it("begin and end by the branch's clock", () => {
    const hours = read("2026-12-01", "2026-12-31");
    expect(soldAt(hours, "2026-11-30T20:59:59Z")).toBe("2026-11-30T21:00:00.000Z");
    expect(soldAt(hours, "2026-11-30T21:00:00Z")).toBe(true);
    expect(soldAt(hours, "2026-12-31T20:59:59Z")).toBe(true);
    expect(soldAt(hours, "2026-12-31T21:00:00Z")).toBeNull();
    expect(soldAt(hours, "2026-11-30T21:00:00Z", "America/New_York")).toBe(
      "2026-12-01T05:00:00.000Z",
    );
  });

  it("combine with hours, and with those of the menu itself", () => {
    const [combo] = read("2026-12-01", "2026-12-31").products;
    const lunch = { menu: [], products: [{ ...combo!, periods: [LUNCH] }] };
    const whole = { menu: [LUNCH], products: [combo!] };
    for (const hours of [lunch, whole]) {
      expect(soldAt(hours, "2026-11-20T10:00:00Z")).toBe("2026-12-01T09:00:00.000Z");
      expect(soldAt(hours, "2026-12-05T10:00:00Z")).toBe(true);
      expect(soldAt(hours, "2026-12-05T13:00:00Z")).toBe("2026-12-06T09:00:00.000Z");
      expect(soldAt(hours, "2026-12-31T13:00:00Z")).toBeNull();
    }
  });

  it("change the key at exactly that moment", () => {
    const times = new SaleTimes(read("2026-12-01", "2026-12-31"), MOSCOW);
    const keys = [
      "2026-11-30T20:59:59Z",
      "2026-11-30T21:00:00Z",
      "2026-12-31T20:59:59Z",
      "2026-12-31T21:00:00Z",
    ].map((at) => times.at(new Date(at)).key);
    expect(new Set(keys).size).toBe(3);
    expect(keys[1]).toBe(keys[2]);
  });
});
