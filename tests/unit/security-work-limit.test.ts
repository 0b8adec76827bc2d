import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { RateLimited } from "../../src/errors";
import { WorkLimit } from "../../src/security/work-limit";

let now = 0;
const clock = { now: () => new Date(now) };
const nobody = { viewer: { kind: "anonymous" } as Viewer, remoteAddress: "198.51.100.7" };
const holder = (keyId: string) => ({
  viewer: { kind: "key", keyId, label: "x", scope: Scope.OPERATOR, branchIds: null } as Viewer,
  remoteAddress: nobody.remoteAddress,
});
/** One second, including what every operation takes. */
const MENU = 2_498_750;

/** How many operations of a second each are admitted simultaneously. */
function admittedOf(limit: WorkLimit, caller: typeof nobody): number {
  for (let count = 0; count < 100; count += 1) {
    try {
      limit.admit(caller, MENU, false);
    } catch (error) {
      expect(error).toBeInstanceOf(RateLimited);
      return count;
    }
  }
  return 100;
}

describe("The work limit", () => {
  it("allows ten seconds of work, then as much as is regained over time", () => {
    const limit = new WorkLimit(50, clock);
    expect(admittedOf(limit, nobody)).toBe(10);
    expect(() => limit.admit(nobody, MENU, false)).toThrow(RateLimited);
    now += 4_000;
    expect(admittedOf(limit, nobody)).toBe(2);
  });

  it("charges what was measured, up to ten times the estimate", () => {
    const limit = new WorkLimit(50, clock);
    limit.admit(nobody, MENU, false);
    limit.settle(nobody, MENU, 100_000);
    expect(admittedOf(limit, nobody)).toBe(0);
    const cheap = new WorkLimit(50, clock);
    cheap.admit(nobody, MENU, false);
    cheap.settle(nobody, MENU, 0);
    expect(admittedOf(cheap, nobody)).toBe(10);
  });

  it("is separate for each address and each key", () => {
    const limit = new WorkLimit(50, clock);
    expect([nobody, holder("a"), holder("b")].map((caller) => admittedOf(limit, caller))).toEqual([
      10, 10, 10,
    ]);
    expect(admittedOf(limit, { ...nobody, remoteAddress: "::ffff:198.51.100.7" })).toBe(0);
  });

  it("never blocks a mutation, but charges its work all the same", () => {
    const limit = new WorkLimit(50, clock);
    for (let n = 0; n < 30; n += 1) limit.admit(nobody, MENU, true);
    expect(admittedOf(limit, nobody)).toBe(0);
    now += 40_000;
    expect(admittedOf(limit, nobody)).toBe(10);
  });

  it("is off at 0", () => {
    expect(admittedOf(new WorkLimit(0, clock), nobody)).toBe(100);
  });
});
