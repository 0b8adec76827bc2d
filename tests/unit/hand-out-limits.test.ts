import { handOut } from "../../src/adapters/postgres/postgres-limit-store";

const bucket = (key: string) => ({ key, burst: 10, refillMs: 1_000 });

describe("Handing out what the buckets granted", () => {
  it("serves requests in order, each with everything it needs or nothing", () => {
    const uses = [2, 2, 1].map((count) => ({ buckets: [bucket("a")], count }));
    const { waits, left } = handOut(uses, [{ key: "a", granted: 3, usedMs: 10_000 }]);
    expect(waits[0]).toBe(0);
    expect(waits[1]).toBeGreaterThan(0);
    expect(waits[2]).toBe(0);
    expect(left.size).toBe(0);
  });

  it("says how long to wait for what is missing", () => {
    const { waits } = handOut(
      [{ buckets: [bucket("a")], count: 2 }],
      [{ key: "a", granted: 0, usedMs: 9_500 }],
    );
    expect(waits).toEqual([1_500]);
  });

  it("returns what one bucket granted when another did not", () => {
    const uses = [{ buckets: [bucket("narrow"), bucket("wide")], count: 1 }];
    const levels = [
      { key: "narrow", granted: 0, usedMs: 10_000 },
      { key: "wide", granted: 1, usedMs: 3_000 },
    ];
    expect([...handOut(uses, levels).left]).toEqual([["wide", 1]]);
  });
});
