import { placeInLine } from "../../src/domain/checkout/place-in-line";

const taken = new Date("2026-11-30T12:00:00Z");
const secondsBehind = (...earlier: Parameters<typeof placeInLine>[1][]) =>
  earlier.map((each) => (placeInLine(taken, each).getTime() - taken.getTime()) / 1000);

describe("the place of an order in its branch's line", () => {
  it("is where it came for the first order of a source", () => {
    expect(secondsBehind({ ofPhone: 0, otherPhones: 0 })).toEqual([0]);
  });

  it("goes back with each earlier order of the source, of the same phone or of other phones", () => {
    expect(secondsBehind({ ofPhone: 1, otherPhones: 0 }, { ofPhone: 0, otherPhones: 1 })).toEqual([
      30, 30,
    ]);
    expect(secondsBehind({ ofPhone: 2, otherPhones: 3 })).toEqual([150]);
  });

  it("stands no more than half an hour behind, however many there were", () => {
    expect(secondsBehind({ ofPhone: 100_000, otherPhones: 100_000 })).toEqual([1800]);
  });

  it("is ahead of everybody's for a caller who is known", () => {
    expect(secondsBehind(null)).toEqual([-1800]);
  });
});
