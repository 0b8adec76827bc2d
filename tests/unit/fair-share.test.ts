import { type DueJobs } from "../../src/jobs/claim";
import { FairShare } from "../../src/jobs/fair-share";

const LANE = { workers: 16, perBranch: 4 };
const keyOf = (branchId: string) => branchId.split("/")[0] ?? null;

function due(branchId: string, count: number, { priority = 0, since = 0 } = {}): DueJobs {
  return { branchId, count, priority, since };
}

describe("the free workers of a lane", () => {
  const sharesOf = (jobs: DueJobs[], running: readonly string[] = []) => {
    const shares = new FairShare(LANE);
    for (const branchId of running) shares.add({ branchId, keyId: keyOf(branchId) });
    return Object.fromEntries(
      shares.shareOut(jobs, keyOf).map(({ branchId, most }) => [branchId, most]),
    );
  };

  it("are given to one branch only up to its limit", () => {
    expect(sharesOf([due("k/a", 100)])).toEqual({ "k/a": 4 });
    expect(sharesOf([due("k/a", 100)], ["k/a", "k/a", "k/a"])).toEqual({ "k/a": 1 });
  });

  it("are limited to half for one key, and to half of the rest for the next", () => {
    const one = ["a", "b", "c"].map((branch) => due(`one/${branch}`, 100));
    expect(Object.values(sharesOf(one)).reduce((sum, most) => sum + most)).toBe(8);
    const running = ["a", "a", "b", "b", "c", "c", "d", "d"].map((branch) => `one/${branch}`);
    const two = ["a", "b"].map((branch) => due(`two/${branch}`, 100));
    expect(
      Object.values(sharesOf([...one, ...two], running)).reduce((sum, most) => sum + most),
    ).toBe(4);
  });

  it("leave a quarter of each branch's for those whose turn it is", () => {
    const behind = (running: readonly string[]) => {
      const shares = new FairShare(LANE);
      for (const branchId of running) shares.add({ branchId, keyId: keyOf(branchId) });
      return shares.shareOut([due("k/a", 100)], keyOf).map((each) => each.mostBehind);
    };
    expect(behind([])).toEqual([3]);
    expect(behind(["k/a", "k/a"])).toEqual([1]);
    expect(behind(["k/a", "k/a", "k/a"])).toEqual([0]);
  });

  it("go round those who wait: whoever has fewest first, then who has waited longest", () => {
    expect(sharesOf([due("a/1", 3), due("b/1", 3), due("c/1", 3)], ["a/1"])).toEqual({
      "a/1": 3,
      "b/1": 3,
      "c/1": 3,
    });
    const busy = Array.from({ length: 15 }, (_, count) => `${count}/x`);
    expect(sharesOf([due("a/1", 3, { since: 2 }), due("b/1", 3, { since: 1 })], busy)).toEqual({
      "b/1": 1,
    });
  });

  it("go to jobs with priority first", () => {
    const busy = Array.from({ length: 15 }, (_, count) => `${count}/x`);
    expect(sharesOf([due("a/1", 3, { priority: 10 }), due("b/1", 3, { since: 9 })], busy)).toEqual({
      "b/1": 1,
    });
  });

  it("are all available to jobs that belong to nobody in particular", () => {
    const shares = new FairShare(LANE).shareOut([due("", 100)], () => null);
    expect(shares).toEqual([{ branchId: "", priority: 0, most: 16, mostBehind: 16 }]);
  });
});
