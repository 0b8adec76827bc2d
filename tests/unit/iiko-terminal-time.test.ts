import { readUtcOffset, toTerminalTime } from "../../src/adapters/iiko/values/terminal-time";

it.each([
  ["Asia/Vladivostok", "2026-10-12T16:30:00.123Z", "2026-10-13 02:30:00.123"],
  ["Europe/Moscow", "2026-12-31T21:00:00Z", "2027-01-01 00:00:00.000"],
  // The night in which summer time ends has this hour twice; the night in which it begins lacks it.
  ["Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-25 02:30:00.000"],
  ["Europe/Berlin", "2026-10-25T01:30:00Z", "2026-10-25 02:30:00.000"],
  ["Europe/Berlin", "2027-03-28T00:59:59.999Z", "2027-03-28 01:59:59.999"],
  ["Europe/Berlin", "2027-03-28T01:00:00Z", "2027-03-28 03:00:00.000"],
])("a till in %s shows %s as %s", (timeZone, moment, expected) => {
  expect(toTerminalTime(new Date(moment), timeZone)).toBe(expected);
});

describe("the UTC offset of a terminal group", () => {
  it.each([
    ["10:00:00", 600],
    ["03:00", 180],
    ["-03:30:00", -210],
    ["00:00:00", null],
    ["Europe/Moscow", null],
    ["99:00:00", null],
    [null, null],
  ])("reads %j as %j minutes", (text, minutes) => {
    expect(readUtcOffset(text)).toBe(minutes);
  });
});
