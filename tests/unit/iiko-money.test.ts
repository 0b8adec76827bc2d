import fc from "fast-check";

import {
  toKopecks,
  toRoubles,
  toSpendableKopecks,
} from "../../src/adapters/iiko/values/iiko-money";

describe("iiko's amounts in roubles", () => {
  it("convert back to the same kopecks", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000_000 }), (kopecks) => {
        const roubles = toRoubles(kopecks);
        expect([toKopecks(roubles), toSpendableKopecks(roubles)]).toEqual([kopecks, kopecks]);
      }),
    );
  });

  it("never yield more to spend than there is", () => {
    expect([10.006, 10.009_9, 0.1 + 0.2, 4.35, 1.1 * 3].map(toSpendableKopecks)).toEqual([
      1_000, 1_000, 30, 435, 330,
    ]);
  });
});
