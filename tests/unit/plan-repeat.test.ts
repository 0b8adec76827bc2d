import { planRepeat } from "../../src/domain/orders/decide-failure";
import { RefusalKind } from "../../src/errors";

const NOW = new Date("2026-03-01T12:00:00Z");

function after(seconds: number) {
  return { kind: "again", at: new Date(NOW.getTime() + seconds * 1000) };
}

describe("a failed attempt", () => {
  it.each([RefusalKind.RETRY, RefusalKind.AMBIGUOUS])(
    "is repeated at the branch's intervals when it is %s",
    (kind) => {
      const plans = [1, 2, 3, 4].map((failures) =>
        planRepeat([15, 20, 30], failures, kind, 0, NOW),
      );
      expect(plans).toEqual([after(15), after(20), after(30), { kind: "hand-over" }]);
    },
  );

  it.each([RefusalKind.FINAL, RefusalKind.MAPPING, RefusalKind.OPERATOR])(
    "is handed over to the staff immediately when it is %s",
    (kind) => {
      expect(planRepeat([15, 15, 15], 1, kind, 0, NOW)).toEqual({ kind: "hand-over" });
    },
  );

  it("is handed over to the staff immediately when the branch wants no retries", () => {
    expect(planRepeat([], 1, RefusalKind.RETRY, 0, NOW)).toEqual({ kind: "hand-over" });
  });

  it("may be repeated without a delay", () => {
    expect(planRepeat([0], 1, RefusalKind.RETRY, 0, NOW)).toEqual(after(0));
  });

  it("is never repeated earlier than the POS asked for", () => {
    expect(planRepeat([15], 1, RefusalKind.RETRY, 40_000, NOW)).toEqual(after(40));
    expect(planRepeat([15], 1, RefusalKind.RETRY, 5_000, NOW)).toEqual(after(15));
  });
});
