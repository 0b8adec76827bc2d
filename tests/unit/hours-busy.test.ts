import {
  extraMinutesOf,
  type KitchenLoad,
  NO_PROMISE,
  promiseOf,
  usualMinutesOf,
} from "../../src/domain/hours/busy-kitchen";
import { NO_RECORD } from "../../src/domain/hours/promised-interval";

const NOW = new Date("2026-11-25T12:00:00Z");
const IDLE: KitchenLoad = { byHand: 0, orders: 0, queueOrders: 10, queueMinutes: 15 };

describe("a busy kitchen", () => {
  it.each([
    ["nothing while it is idle", {}, 0],
    ["nothing for fewer orders than count", { orders: 9 }, 0],
    ["the minutes of its queue", { orders: 10 }, 15],
    ["as many times as there are so many orders", { orders: 35 }, 45],
    ["nothing for a queue that does not count", { orders: 99, queueOrders: 0 }, 0],
    ["what people said", { byHand: 30 }, 30],
    ["the more of the two, and not both", { byHand: 30, orders: 30 }, 45],
    ["four hours at most", { orders: 10_000 }, 240],
  ])("takes longer by %s", (_what, load, minutes) => {
    expect(extraMinutesOf({ ...IDLE, ...load })).toBe(minutes);
  });

  it("is promised at the usual time plus the extra, which is reported to the POS", () => {
    const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
    const told = (minutes: number, extra: number) => promiseOf(minutes, extra, NO_RECORD, NOW);
    expect(told(40, 0)).toEqual({
      promisedAt: later(40),
      promisedFrom: later(30),
      promisedTo: later(50),
      delayedTo: null,
    });
    expect(told(40, 20)).toMatchObject({ promisedAt: later(60), delayedTo: later(60) });
    expect(promiseOf(null, 20, NO_RECORD, NOW)).toEqual(NO_PROMISE);
  });

  it("starts from the usual time of the zone, or else of the branch, or from none", () => {
    expect(usualMinutesOf({ minutes: 50 }, { usualMinutes: 30 })).toBe(50);
    expect(usualMinutesOf({ minutes: null }, { usualMinutes: 30 })).toBe(30);
    expect(usualMinutesOf(null, { usualMinutes: 0 })).toBeNull();
  });
});
