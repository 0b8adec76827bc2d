import {
  isOpenAt,
  type OpeningHours,
  type OpenPeriod,
  openStateAt,
} from "../../src/domain/hours/opening-hours";

const ZONES = [
  "Europe/Moscow",
  "Asia/Yekaterinburg",
  "Asia/Almaty",
  "Europe/Riga",
  "Asia/Nicosia",
  "America/New_York",
];
const NEVER: readonly OpenPeriod[] = [];

function every(...periods: OpenPeriod[]): OpeningHours {
  return { week: Array.from({ length: 7 }, () => periods), days: {} };
}

/** Numbers that a seed repeats. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const CLOCKS = new Map(
  ZONES.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat("en-US", {
      timeZone,
      weekday: "short",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    }),
  ]),
);

/** Judged by nothing but what a clock on the wall shows, an own way. */
function clockSaysOpen(hours: OpeningHours, at: Date, timeZone: string): boolean {
  const shown = CLOCKS.get(timeZone)?.formatToParts(at) ?? [];
  const parts = Object.fromEntries(shown.map(({ type, value }) => [type, value]));
  const weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(parts["weekday"] ?? "");
  const minute = Number(parts["hour"]) * 60 + Number(parts["minute"]);
  const date = `${parts["year"]}-${parts["month"]}-${parts["day"]}`;
  const before = new Date(Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8) - 1));
  const today = hours.days[date] ?? hours.week[weekday] ?? NEVER;
  const yesterday =
    hours.days[before.toISOString().slice(0, 10)] ?? hours.week[(weekday + 6) % 7] ?? NEVER;
  return (
    today.some(({ from, to }) => minute >= from && minute < to) ||
    yesterday.some(({ from, to }) => minute + 1440 >= from && minute + 1440 < to)
  );
}

function randomHours(random: (below: number) => number): OpeningHours {
  const day = () =>
    Array.from({ length: random(3) }, () => {
      const from = random(96) * 15;
      return { from, to: from + (1 + random(96)) * 15 };
    });
  const dates = ["2026-01-01", "2026-03-08", "2026-03-29", "2026-10-25", "2026-12-31"];
  return {
    week: Array.from({ length: 7 }, day),
    days: Object.fromEntries(dates.map((date) => [date, day()])),
  };
}

describe("opening hours", () => {
  it.each(ZONES)("hold at 10,000 random moments of a year in %s as the clock shows", (timeZone) => {
    const random = randomNumbers(ZONES.indexOf(timeZone) + 7);
    const year = Date.UTC(2026, 0, 1);
    const wrong: string[] = [];
    for (let round = 0; round < 20; round += 1) {
      const hours = randomHours(random);
      for (let count = 0; count < 500; count += 1) {
        const at = new Date(year + random(366 * 86_400) * 1_000);
        if (isOpenAt(hours, at, timeZone) !== clockSaysOpen(hours, at, timeZone))
          wrong.push(at.toISOString());
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each(ZONES)("change in %s when they say, and at no moment before", (timeZone) => {
    const random = randomNumbers(ZONES.indexOf(timeZone) + 70);
    for (let count = 0; count < 40; count += 1) {
      const hours = randomHours(random);
      const at = new Date(Date.UTC(2026, 9, 20) + random(14 * 86_400) * 1_000);
      const { open, until, opensAt } = openStateAt(hours, at, timeZone);
      expect(open).toBe(clockSaysOpen(hours, at, timeZone));
      const change = open ? until : opensAt;
      const end = change?.getTime() ?? at.getTime() + 9 * 86_400_000;
      for (let moment = at.getTime(); moment < end; moment += 15 * 60_000)
        expect(clockSaysOpen(hours, new Date(moment), timeZone)).toBe(open);
      if (change) expect(clockSaysOpen(hours, change, timeZone)).toBe(!open);
    }
  });

  it("past midnight belong to the day on which they begin", () => {
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

  it("of a single day replace those of the week, also by closing it", () => {
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

  it("around the clock never close, and none never open", () => {
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

  it("begin after an hour that the clock skips, and twice around one that it repeats", () => {
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
