import { type OpeningHours } from "../../src/domain/hours/opening-hours";
import { slotAround, slotsOn } from "../../src/domain/slots/time-slots";
import { wallTimeAt } from "../../src/domain/time/wall-clock";

function every(from: number, to: number): OpeningHours {
  return { week: Array.from({ length: 7 }, () => [{ from, to }]), days: {} };
}

/** The beginnings of the slots, as clocks in that place show them. */
function shown(date: string, timeZone: string, minutes: number, hours: OpeningHours | null = null) {
  return slotsOn(date, hours, { minutes, timeZone }).map(({ from }) => {
    const { minute } = wallTimeAt(from, timeZone);
    return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  });
}

describe("the slots of a day", () => {
  it("begin at midnight and are all equally long", () => {
    const slots = slotsOn("2026-11-25", null, { minutes: 30, timeZone: "Europe/Moscow" });
    expect(slots).toHaveLength(48);
    expect(slots[0]).toEqual({
      from: new Date("2026-11-24T21:00:00Z"),
      to: new Date("2026-11-24T21:30:00Z"),
    });
    expect(slots[47]?.to).toEqual(new Date("2026-11-25T21:00:00Z"));
  });

  it("are those that begin while the branch is open", () => {
    expect(shown("2026-11-25", "Europe/Moscow", 60, every(600, 740))).toEqual([
      "10:00",
      "11:00",
      "12:00",
    ]);
  });

  it("after midnight continue from the evening before", () => {
    expect(shown("2026-11-25", "Europe/Moscow", 60, every(1380, 1500))).toEqual(["00:00", "23:00"]);
  });

  it("do not exist in an hour that the clock skips", () => {
    const night = shown("2026-03-29", "Europe/Riga", 30, every(120, 300));
    expect(night).toEqual(["02:00", "02:30", "04:00", "04:30"]);
  });

  it("exist twice in an hour that the clock repeats", () => {
    const slots = slotsOn("2026-11-01", every(60, 120), {
      minutes: 30,
      timeZone: "America/New_York",
    });
    expect(slots.map(({ from }) => from.toISOString())).toEqual([
      "2026-11-01T05:00:00.000Z",
      "2026-11-01T05:30:00.000Z",
      "2026-11-01T06:00:00.000Z",
      "2026-11-01T06:30:00.000Z",
    ]);
  });

  it("begin later than the calendar day when the clock skips midnight", () => {
    expect(shown("2026-09-06", "America/Santiago", 60)[0]).toBe("01:00");
    const grid = { minutes: 60, timeZone: "America/Santiago" };
    const first = new Date("2026-09-06T04:00:00Z");
    expect(slotAround(first, grid).from).toEqual(first);
  });
});
