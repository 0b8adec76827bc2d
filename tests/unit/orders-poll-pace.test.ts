import { duePolls, type PolledKey, pollTickMs } from "../../src/domain/orders/poll-pace";

const NOW = 1_800_000_000_000;
const EVERY = 20;

const ago = (seconds: number) => NOW - seconds * 1_000;

function aKey(its: Partial<PolledKey> = {}): PolledKey {
  const nothing = { heardAt: null, notBefore: null, untoldAt: null };
  return { id: "key", isBusy: true, polledAt: ago(3_600), ...nothing, ...its };
}

const isDue = (its: Partial<PolledKey>) => duePolls([aKey(its)], NOW, EVERY).length === 1;

/** After how many seconds without a poll it is due, to the second. */
function paceOf(its: Partial<PolledKey>): number {
  let seconds = 0;
  while (!isDue({ ...its, polledAt: ago(seconds) })) seconds += 1;
  return seconds;
}

describe("The polling schedule", () => {
  it("uses the configured interval while orders are in progress, and one 15 times longer otherwise", () => {
    expect(paceOf({})).toBe(18);
    expect(paceOf({ isBusy: false })).toBe(298);
  });

  it("triples the interval while webhooks are arriving", () => {
    expect(paceOf({ heardAt: ago(0) })).toBe(58);
    expect(paceOf({ heardAt: ago(14) })).toBe(58);
  });

  it("returns to the usual interval before webhooks have been silent for one whole interval", () => {
    expect(paceOf({ heardAt: ago(15) })).toBe(18);
    // The next check, a tick later, is still within the promised 20 s.
    expect(15 + pollTickMs(EVERY) / 1_000).toBeLessThanOrEqual(EVERY);
  });

  it("keeps the usual interval for ten minutes after a poll found something that no webhook had reported", () => {
    expect(paceOf({ heardAt: ago(1), untoldAt: ago(600) })).toBe(18);
    expect(paceOf({ heardAt: ago(1), untoldAt: ago(601) })).toBe(58);
  });

  it("starts immediately with a key that has never been polled", () => {
    expect(isDue({ polledAt: null })).toBe(true);
    expect(isDue({ polledAt: null, isBusy: false })).toBe(true);
  });

  it("leaves out keys that are being polled or whose poll has just failed", () => {
    expect(isDue({ notBefore: NOW + 1 })).toBe(false);
    expect(isDue({ notBefore: NOW })).toBe(true);
  });

  it("includes all busy keys and, in turn, as many idle ones as it takes to keep up", () => {
    const idle = Array.from({ length: 2_000 }, (_, place) =>
      aKey({ id: `idle-${String(place).padStart(4, "0")}`, isBusy: false, polledAt: null }),
    );
    const busy = Array.from({ length: 500 }, (_, place) => aKey({ id: `busy-${place}` }));
    const due = duePolls([...idle.reverse(), ...busy], NOW, EVERY);
    expect(due.filter(({ isBusy }) => isBusy)).toHaveLength(500);
    const ids = due.filter(({ isBusy }) => !isBusy).map(({ id }) => id);
    expect(ids).toHaveLength(84);
    expect(ids).toEqual(ids.toSorted());
    // Five minutes have 60 checks: twice as many as have to be polled in that time.
    expect(84 * 60).toBeGreaterThanOrEqual(2 * 2_500);
  });

  it("gives priority to the keys that have waited longest", () => {
    const keys = Array.from({ length: 30 }, (_, place) =>
      aKey({ id: `${place}`, isBusy: false, polledAt: ago(1_000 + place) }),
    );
    const [first] = duePolls(keys, NOW, EVERY);
    expect(first?.id).toBe("29");
  });

  it("is checked four times per interval, and at most once a second", () => {
    expect([pollTickMs(20), pollTickMs(600), pollTickMs(1)]).toEqual([5_000, 150_000, 1_000]);
  });
});
