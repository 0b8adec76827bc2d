import { type SaleHours, type SalePeriod } from "../../src/domain/catalogue/sale-hours";
import { SaleTimes } from "../../src/domain/catalogue/sale-times";

const MOSCOW = "Europe/Moscow";
const HOUR = 60;
const BREAKFAST: SalePeriod = { days: [], from: 8 * HOUR, to: 11 * HOUR };
const FRIDAY_NIGHT: SalePeriod = { days: [5], from: 22 * HOUR, to: 26 * HOUR };

function of(periods: readonly SalePeriod[], menu: readonly SalePeriod[] = []): SaleHours {
  return { menu, products: periods.length === 0 ? [] : [{ periods, posProductIds: ["omelette"] }] };
}

/** 25 November 2026 is a Wednesday. */
function moscow(day: number, time: string): Date {
  return new Date(`2026-11-${day}T${time}:00+03:00`);
}

function isSold(hours: SaleHours, at: Date, id = "omelette", timeZone = MOSCOW): boolean {
  return new SaleTimes(hours, timeZone).at(at).opensAt(id) === undefined;
}

describe("what a menu sells by its hours", () => {
  it("is everything when no hours are set, under one key", () => {
    const offSale = new SaleTimes(of([]), MOSCOW).at(moscow(25, "03:00"));
    expect([offSale.key, offSale.opensAt("omelette")]).toEqual(["", undefined]);
  });

  it("is a dish from the first minute of its hours until the last", () => {
    const at = ["07:59", "08:00", "10:59", "11:00"].map((time) => moscow(25, time));
    expect(at.map((moment) => isSold(of([BREAKFAST]), moment))).toEqual([false, true, true, false]);
  });

  it("comes with the next time of a dish, whatever the case of its id", () => {
    const times = new SaleTimes(of([BREAKFAST]), MOSCOW);
    expect(times.at(moscow(25, "11:00")).opensAt("OMELETTE")).toEqual(moscow(26, "08:00"));
    expect(times.at(moscow(25, "11:00")).opensAt("soup")).toBeUndefined();
  });

  it("continues past midnight, as part of the day it began on", () => {
    const at = [moscow(27, "23:00"), moscow(28, "01:59"), moscow(28, "02:00"), moscow(28, "23:00")];
    expect(at.map((moment) => isSold(of([FRIDAY_NIGHT]), moment))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it("is a dish in any of its periods", () => {
    const hours = of([BREAKFAST, FRIDAY_NIGHT]);
    expect([moscow(27, "09:00"), moscow(27, "22:30")].map((at) => isSold(hours, at))).toEqual([
      true,
      true,
    ]);
  });

  it("is nothing outside the menu's own hours, and a dish only within both", () => {
    const hours = of([BREAKFAST, FRIDAY_NIGHT], [{ days: [], from: 9 * HOUR, to: 25 * HOUR }]);
    expect([moscow(25, "08:30"), moscow(25, "09:00")].map((at) => isSold(hours, at))).toEqual([
      false,
      true,
    ]);
    expect([moscow(28, "00:59"), moscow(28, "01:00")].map((at) => isSold(hours, at))).toEqual([
      true,
      false,
    ]);
    expect(
      [moscow(25, "08:59"), moscow(25, "12:00")].map((at) => isSold(hours, at, "soup")),
    ).toEqual([false, true]);
    const times = new SaleTimes(hours, MOSCOW);
    expect(times.at(moscow(25, "07:00")).opensAt("omelette")).toEqual(moscow(25, "09:00"));
  });

  it("follows the branch's clock", () => {
    const at = new Date("2026-11-25T05:30:00Z");
    const sold = [MOSCOW, "Asia/Almaty", "America/New_York"].map((zone) =>
      isSold(of([BREAKFAST]), at, "omelette", zone),
    );
    expect(sold).toEqual([true, true, false]);
  });

  it("skips and repeats what the clock skips and repeats", () => {
    const night = of([{ days: [], from: 3 * HOUR, to: 4 * HOUR }]);
    // In Riga the clock jumps from 3 to 4 on this day, and shows the hour from 3 twice in autumn.
    const spring = new SaleTimes(night, "Europe/Riga").at(new Date("2026-03-29T00:30:00Z"));
    expect(spring.opensAt("omelette")).toEqual(new Date("2026-03-30T00:00:00Z"));
    const autumn = [0, 30, 60, 90, 120].map((minutes) =>
      isSold(
        night,
        new Date(Date.parse("2026-10-25T00:00:00Z") + minutes * 60_000),
        "omelette",
        "Europe/Riga",
      ),
    );
    expect(autumn).toEqual([true, true, true, true, false]);
  });

  it("has a different key exactly when something different is sold", () => {
    const times = new SaleTimes(of([BREAKFAST]), MOSCOW);
    const keys = [
      moscow(25, "08:00"),
      moscow(25, "10:59"),
      moscow(25, "11:00"),
      moscow(26, "07:59"),
      moscow(25, "08:01"),
    ].map((at) => times.at(at).key);
    expect(new Set(keys).size).toBe(2);
    expect([keys[1], keys[4]]).toEqual([keys[0], keys[0]]);
    expect(keys[3]).toBe(keys[2]);
  });

  it("has a different key for different hours of the same dishes", () => {
    const at = moscow(25, "12:00");
    const later = new SaleTimes(of([{ ...BREAKFAST, to: 12 * HOUR }]), MOSCOW);
    expect(later.at(at).key).not.toBe(new SaleTimes(of([BREAKFAST]), MOSCOW).at(at).key);
  });
});
