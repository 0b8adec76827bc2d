import {
  errorsOfSoak,
  memoryGrowth,
  percentile,
  type SoakResult,
} from "../../scripts/soak/judge-soak";

const FLAT = Array.from({ length: 30 }, () => 100);

function result(overrides: Partial<SoakResult> = {}): SoakResult {
  return {
    toTillMs: Array.from({ length: 100 }, () => 800),
    answeredMs: [],
    missing: 0,
    refused: [],
    memory: FLAT,
    ...overrides,
  };
}

/** All but two out of a hundred are as usual. */
const slow = (ms: number) => ({ toTillMs: [...Array.from({ length: 98 }, () => 800), ms, ms] });

describe("the judge of a soak test", () => {
  it("finds nothing when real guests are served as well as without floods", () => {
    expect(errorsOfSoak(result(slow(2_400)), result())).toEqual([]);
  });

  it.each([
    ["orders that wait for more than 5 s", slow(5_001), slow(5_000), /more than 5000 ms/],
    [
      "orders that wait three times as long as without floods",
      slow(2_401),
      {},
      /more than 3 times 800 ms/,
    ],
    ["a guest who was refused", { refused: ["HTTP 429"] }, {}, /1 real guests refused: HTTP 429/],
    [
      "an order that did not reach the till",
      { missing: 1 },
      {},
      /1 real orders are not in the till/,
    ],
    ["a run in which nobody ordered", { toTillMs: [] }, {}, /no real order reached the till/],
    [
      "memory that grows",
      { memory: FLAT.map((bytes, place) => bytes + place) },
      {},
      /memory is not flat/,
    ],
  ])("finds %s", (_, flooded, quiet, fault) => {
    const faults = errorsOfSoak(result(flooded), result(quiet));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
  });

  it("ignores memory growth during warm-up", () => {
    expect(memoryGrowth([10, 20, 40, 80, ...FLAT])).toBe(0);
  });

  it("defines a percentile as the value that this share does not exceed", () => {
    expect([50, 99, 100].map((percent) => percentile([3, 1, 2, 4], percent))).toEqual([2, 4, 4]);
  });
});
