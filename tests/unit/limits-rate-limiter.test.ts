import { RateLimiter } from "../../src/limits/rate-limiter";

let now = 0;
const clock = { now: () => new Date(now) };

beforeEach(() => {
  now = 1_000_000;
});

describe("A rate limit", () => {
  it("lets a burst through, then one call after each pause, and says how long to wait", () => {
    const limiter = new RateLimiter({ burst: 3, refillMs: 1_000 }, clock);
    expect([1, 2, 3].map(() => limiter.take("a"))).toEqual([0, 0, 0]);
    expect(limiter.take("a")).toBe(1_000);
    now += 400;
    expect(limiter.take("a")).toBe(600);
    now += 600;
    expect(limiter.take("a")).toBe(0);
    expect(limiter.take("b")).toBe(0);
  });

  it("never saves up more than the burst", () => {
    const limiter = new RateLimiter({ burst: 2, refillMs: 1_000 }, clock);
    limiter.take("a");
    now += 3_600_000;
    expect([limiter.take("a"), limiter.take("a"), limiter.take("a")]).toEqual([0, 0, 1_000]);
  });

  it("takes all requested units or none", () => {
    const limiter = new RateLimiter({ burst: 3, refillMs: 1_000 }, clock);
    expect(limiter.take("a", 2)).toBe(0);
    expect(limiter.take("a", 2)).toBe(1_000);
    expect(limiter.take("a", 1)).toBe(0);
  });

  it("remembers a limited number of callers and forgets the least recently seen", () => {
    const limiter = new RateLimiter({ burst: 1, refillMs: 1_000, maxKeys: 100 }, clock);
    for (let n = 0; n < 100; n++) limiter.take(`caller ${n}`);
    limiter.take("caller 0");
    for (let n = 100; n < 150; n++) limiter.take(`caller ${n}`);
    expect(limiter.size).toBe(100);
    expect(limiter.take("caller 0")).toBeGreaterThan(0);
    expect(limiter.take("caller 1")).toBe(0);
  });

  it("is not fooled by a clock that is set back", () => {
    const limiter = new RateLimiter({ burst: 1, refillMs: 1_000 }, clock);
    limiter.take("a");
    now -= 60_000;
    expect(limiter.take("a")).toBe(1_000);
  });
});
