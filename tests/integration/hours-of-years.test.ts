import {
  isOpenAt,
  type OpeningHours,
  type OpenPeriod,
  openStateAt,
} from "../../src/domain/hours/opening-hours";
import { randomNumbers, ZONES } from "../support/moments-of-years";

const NEVER: readonly OpenPeriod[] = [];

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

/** Judges independently, only by what a clock on the wall shows. */
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
  it.each(ZONES)("follow the local clock at 10,000 random moments of a year in %s", (timeZone) => {
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

  it.each(ZONES)("change in %s when they say so, and never earlier", (timeZone) => {
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
});
