import {
  slotAround,
  type SlotGrid,
  slotsOn,
  type TimeSlot,
} from "../../src/domain/slots/time-slots";
import { dayAfter } from "../../src/domain/time/wall-clock";
import { randomNumbers, ZONES } from "../support/moments-of-years";

const HOUR_MS = 3_600_000;

function keyOf({ from, to }: TimeSlot): string {
  return `${from.toISOString()} ${to.toISOString()}`;
}

function days(first: string, end: string): string[] {
  const listed: string[] = [];
  for (let date = first; date < end; date = dayAfter(date)) listed.push(date);
  return listed;
}

describe("the slots of a year", () => {
  it.each(ZONES)("cover every moment of a year in %s, and none of them twice", (timeZone) => {
    for (const minutes of [45, 120]) {
      const slots = days("2026-01-01", "2027-01-01").flatMap((date) =>
        slotsOn(date, null, { minutes, timeZone }),
      );
      const gaps = slots.filter(({ to }, index) => {
        const next = slots[index + 1];
        return next !== undefined && next.from.getTime() !== to.getTime();
      });
      expect(gaps).toEqual([]);
    }
  });

  it.each(ZONES)(
    "include every slot found around 10,000 random moments of a year in %s",
    (timeZone) => {
      const random = randomNumbers(ZONES.indexOf(timeZone) + 3);
      const known = new Map<string, ReadonlySet<string>>();
      const listed = (date: string, grid: SlotGrid): ReadonlySet<string> => {
        const key = `${date} ${grid.minutes}`;
        const around = [dayAfter(date, -1), date, dayAfter(date)];
        const keys =
          known.get(key) ?? new Set(around.flatMap((day) => slotsOn(day, null, grid)).map(keyOf));
        known.set(key, keys);
        return keys;
      };
      const wrong: string[] = [];
      for (let count = 0; count < 10_000; count += 1) {
        const at = new Date(Date.UTC(2026, 0, 2) + random(363 * 24) * HOUR_MS + 1);
        const grid = { minutes: [30, 90][count % 2] ?? 30, timeZone };
        const slot = slotAround(at, grid);
        const isListed = listed(slot.from.toISOString().slice(0, 10), grid).has(keyOf(slot));
        if (!isListed || slot.from > at || slot.to <= at) wrong.push(at.toISOString());
      }
      expect(wrong).toEqual([]);
    },
  );
});
