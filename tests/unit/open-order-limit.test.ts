import { mayHaveOneMore } from "../../src/domain/checkout/place-in-line";

describe("the limit on open orders per phone", () => {
  it("allows exactly as many orders as it says", () => {
    expect(
      [0, 1, 2, 3].map((count) => mayHaveOneMore({ ofPhone: count, fromHere: count }, 3)),
    ).toEqual([true, true, true, false]);
  });

  it("allows a first order from elsewhere, so that strangers cannot use up a guest's phone", () => {
    expect(mayHaveOneMore({ ofPhone: 3, fromHere: 0 }, 3)).toBe(true);
    expect(mayHaveOneMore({ ofPhone: 4, fromHere: 1 }, 3)).toBe(false);
  });

  it("applies to strangers, too, at ten times its value", () => {
    expect(mayHaveOneMore({ ofPhone: 29, fromHere: 0 }, 3)).toBe(true);
    expect(mayHaveOneMore({ ofPhone: 30, fromHere: 0 }, 3)).toBe(false);
  });

  it("is off at 0", () => {
    expect(mayHaveOneMore({ ofPhone: 1_000, fromHere: 1_000 }, 0)).toBe(true);
  });
});
