import { cacheKey } from "../../src/server/cache-key";
import { type Held, LiveBudget } from "../../src/server/live-budget";

const LIMITS = { heldPerConnection: 1_000, heldPerAddress: 2_000, heldInAll: 10_000 };
const document = (text: string, bytes = 500) => ({ key: cacheKey(text), bytes });

function held(change: Partial<Held> = {}): Held {
  return {
    connection: {},
    address: "198.51.100.7",
    document: document("a"),
    ownBytes: 100,
    ...change,
  };
}

/** How many of them are held until one is refused, and the reason for that. */
function untilRefused(
  budget: LiveBudget,
  next: (n: number) => Held,
): { count: number; full: string } {
  for (let count = 0; count < 1_000; count += 1) {
    const result = budget.hold(next(count));
    if (typeof result === "string") return { count, full: result };
  }
  return { count: 1_000, full: "never" };
}

describe("What live subscriptions hold", () => {
  it("counts a document once, however many subscriptions use it", () => {
    const budget = new LiveBudget(LIMITS);
    for (let n = 0; n < 4; n += 1) budget.hold(held());
    expect(budget.bytes).toBe(500 + 4 * 100);
  });

  it("is nothing once all of them have ended, in any order, and each end is counted in its own place", () => {
    const budget = new LiveBudget(LIMITS);
    const ends = [held(), held({ address: "198.51.100.8" }), held({ document: document("b") })].map(
      (each) => budget.hold(each),
    );
    expect(budget.bytes).toBe(2 * 500 + 3 * 100);
    for (const end of ends) if (typeof end === "function") end();
    expect(budget.bytes).toBe(0);
  });

  it("includes each document of a connection until its last subscription ends", () => {
    const budget = new LiveBudget(LIMITS);
    const begin = (text: string) => {
      const end = budget.hold(held({ connection: LIMITS, document: document(text, 200) }));
      if (typeof end !== "function") throw new Error(`There is no room for ${text}: ${end}`);
      return end;
    };
    const [a, b, otherA, otherB] = [begin("a"), begin("b"), begin("a"), begin("b")];
    const bytes = [a, otherA, begin("b"), b, otherB].map((end) => {
      end();
      return budget.bytes;
    });
    expect(bytes).toEqual([800, 500, 400, 300, 0]);
  });

  it.each<[string, number, (n: number) => Partial<Held>]>([
    ["one connection with variables", 5, () => ({ connection: LIMITS })],
    [
      "one connection with documents",
      1,
      (n) => ({ connection: LIMITS, document: document(String(n)) }),
    ],
  ])("is limited within a connection: %s", (_, count, change) => {
    expect(untilRefused(new LiveBudget(LIMITS), (n) => held(change(n)))).toEqual({
      count,
      full: "connection",
    });
  });

  it.each<[string, number, (n: number) => Partial<Held>]>([
    ["one address with variables", 15, () => ({})],
    ["one address with documents", 3, (n) => ({ document: document(String(n)) })],
    ["one network of IPv6", 15, (n) => ({ address: `2001:db8::${n + 1}` })],
  ])("is limited across connections: %s", (_, count, change) => {
    expect(untilRefused(new LiveBudget(LIMITS), (n) => held(change(n)))).toEqual({
      count,
      full: "address",
    });
  });

  it("is limited overall, with room reserved for those who hold little", () => {
    const budget = new LiveBudget(LIMITS);
    const many = (n: number) =>
      held({ address: `198.51.${n}.7`, ownBytes: 150, document: document("a", 0) });
    expect(untilRefused(budget, many).full).toBe("all");
    const greedy = new LiveBudget(LIMITS);
    for (let n = 0; n < 5; n += 1) {
      untilRefused(greedy, () =>
        held({ address: `198.51.100.${n}`, ownBytes: 400, document: document("a", 0) }),
      );
    }
    expect(greedy.bytes).toBe(8_000);
    expect(
      greedy.hold(held({ address: "198.51.100.9", document: document("a", 0) })),
    ).toBeInstanceOf(Function);
  });
});
