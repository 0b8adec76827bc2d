import { placeInLine } from "../../src/domain/checkout/place-in-line";

const taken = new Date("2026-11-30T12:00:00Z");
const secondsBehind = (...earlier: Parameters<typeof placeInLine>[1][]) =>
  earlier.map((each) => (placeInLine(taken, each).getTime() - taken.getTime()) / 1000);

describe("an order's place in its branch's queue", () => {
  it("is its time of arrival for the first order from a source", () => {
    expect(secondsBehind({ ofPhone: 0, otherPhones: 0 })).toEqual([0]);
  });

  it("moves back with each earlier order from the source, whether from the same phone or from others", () => {
    expect(secondsBehind({ ofPhone: 1, otherPhones: 0 }, { ofPhone: 0, otherPhones: 1 })).toEqual([
      30, 30,
    ]);
    expect(secondsBehind({ ofPhone: 2, otherPhones: 3 })).toEqual([150]);
  });

  it("is never more than half an hour behind, however many orders came before", () => {
    expect(secondsBehind({ ofPhone: 100_000, otherPhones: 100_000 })).toEqual([1800]);
  });

  it("is ahead of everyone else's for a known caller", () => {
    expect(secondsBehind(null)).toEqual([-1800]);
  });
});
