import {
  type OpeningHours,
  type OpenPeriod,
  openStateAt,
} from "../../src/domain/hours/opening-hours";

const NEVER: readonly OpenPeriod[] = [];

function every(...periods: OpenPeriod[]): OpeningHours {
  return { week: Array.from({ length: 7 }, () => periods), days: {} };
}

describe("opening hours", () => {
  it("that run past midnight belong to the day on which they begin", () => {
    const week = [
      ...Array.from({ length: 4 }, () => NEVER),
      [{ from: 1080, to: 1560 }],
      NEVER,
      NEVER,
    ];
    const hours = { week, days: {} };
    const at = (text: string) => openStateAt(hours, new Date(text), "Europe/Moscow");
    expect(at("2026-12-04T20:00:00+03:00")).toEqual({
      open: true,
      until: new Date("2026-12-05T02:00:00+03:00"),
      opensAt: null,
    });
    expect(at("2026-12-05T01:59:59+03:00").open).toBe(true);
    expect(at("2026-12-05T02:00:00+03:00")).toEqual({
      open: false,
      until: null,
      opensAt: new Date("2026-12-11T18:00:00+03:00"),
    });
  });

  it("for a single date replace those of the week, and may close that day", () => {
    const hours = {
      ...every({ from: 600, to: 1320 }),
      days: { "2026-12-31": [], "2027-01-01": [] },
    };
    expect(openStateAt(hours, new Date("2026-12-30T23:00:00+03:00"), "Europe/Moscow")).toEqual({
      open: false,
      until: null,
      opensAt: new Date("2027-01-02T10:00:00+03:00"),
    });
  });

  it("around the clock never close, and empty ones never open", () => {
    const at = new Date("2026-10-24T12:00:00Z");
    expect(openStateAt(every({ from: 0, to: 1440 }), at, "Europe/Riga")).toEqual({
      open: true,
      until: null,
      opensAt: null,
    });
    expect(openStateAt(every(), at, "Europe/Riga")).toEqual({
      open: false,
      until: null,
      opensAt: null,
    });
  });

  it("begin after an hour that the clock skips, and occur twice around one that it repeats", () => {
    const skipped = openStateAt(
      every({ from: 210, to: 300 }),
      new Date("2026-03-28T23:00:00Z"),
      "Europe/Riga",
    );
    expect(skipped.opensAt).toEqual(new Date("2026-03-29T01:00:00Z"));
    // At 4:00 the clock goes back to 3:00.
    const repeated = every({ from: 180, to: 210 });
    const first = openStateAt(repeated, new Date("2026-10-25T00:10:00Z"), "Europe/Riga");
    expect(first.until).toEqual(new Date("2026-10-25T00:30:00Z"));
    const between = openStateAt(repeated, new Date("2026-10-25T00:40:00Z"), "Europe/Riga");
    expect(between.opensAt).toEqual(new Date("2026-10-25T01:00:00Z"));
  });
});
