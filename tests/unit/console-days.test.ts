import { dayTyped } from "../../console/src/orders/days";

const TODAY = "2026-12-01";

describe("a day that is typed into the search", () => {
  it.each([
    ["сегодня", "2026-12-01"],
    ["Вчера", "2026-11-30"],
    ["21.11", "2026-11-21"],
    ["5.3.2025", "2025-03-05"],
    ["29.02.2024", "2024-02-29"],
  ])("is read from %s", (typed, day) => {
    expect(dayTyped(typed, TODAY)).toBe(day);
  });

  it("without a year is the most recent one", () => {
    expect(dayTyped("02.12", TODAY)).toBe("2025-12-02");
  });

  it.each(["31.02", "29.02.2025", "32.01", "1.13", "12", "вчера днём"])(
    "is not recognised in %s",
    (typed) => {
      expect(dayTyped(typed, TODAY)).toBeUndefined();
    },
  );
});
