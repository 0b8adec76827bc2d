import { searchFilter } from "../../console/src/search/search-filter";

/** Half past one at night on 1 December in Moscow, still 30 November in UTC. */
const NOW = Date.parse("2026-11-30T22:30:00Z");
const day = (from: string, to: string) => ({ createdFrom: from, createdTo: to });
const find = (typed: string, timeZone = "Europe/Moscow") => searchFilter(typed, timeZone, NOW);

describe("what is typed into the search", () => {
  it("is a day of the restaurant's calendar if it names one", () => {
    const yesterday = day("2026-11-29T21:00:00.000Z", "2026-11-30T21:00:00.000Z");
    expect(find(" Вчера ")).toEqual(yesterday);
    expect(find("yesterday")).toEqual(yesterday);
    expect(find("30.11")).toEqual(yesterday);
    expect(find("30.11.2026")).toEqual(yesterday);
    expect(find("сегодня")).toEqual(day("2026-11-30T21:00:00.000Z", "2026-12-01T21:00:00.000Z"));
  });

  it("is the most recent such day if it names no year", () => {
    expect(find("25.12")).toEqual(day("2025-12-24T21:00:00.000Z", "2025-12-25T21:00:00.000Z"));
  });

  it("is a day of 25 hours if the clocks go back on it", () => {
    expect(find("25.10", "Europe/Berlin")).toEqual(
      day("2026-10-24T22:00:00.000Z", "2026-10-25T23:00:00.000Z"),
    );
  });

  it("begins with its date even if the clocks change at midnight", () => {
    expect(find("6.9", "America/Santiago")).toEqual(
      day("2026-09-06T04:00:00.000Z", "2026-09-07T03:00:00.000Z"),
    );
    expect(find("5.4", "America/Santiago")).toEqual(
      day("2026-04-05T04:00:00.000Z", "2026-04-06T04:00:00.000Z"),
    );
  });

  it.each(["1039", "+7 900 000-12-34", "Мари", "12-34"])(
    "is searched for as it is: %s",
    (typed) => {
      expect(find(typed)).toEqual({ search: typed });
    },
  );
});
