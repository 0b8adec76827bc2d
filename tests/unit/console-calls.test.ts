import { type Called, nextCalls, type Waits } from "../../console/src/calls/next-calls";

const grave: Waits = { id: "grave", isGrave: true, isTaken: false, callEvery: 60 };
const once: Waits = { id: "once", isGrave: false, isTaken: false, callEvery: null };
const NOBODY: Called = new Map();

const dueAt = (waiting: readonly Waits[], called: Called, second: number) => {
  const next = nextCalls(waiting, called, second * 1000);
  return { due: next.due.map(({ id }) => id), called: next.called };
};

describe("what the console alerts for", () => {
  it("is whatever has newly begun to wait, once each", () => {
    const first = dueAt([grave, once], NOBODY, 0);
    expect(first.due).toEqual(["grave", "once"]);
    expect(dueAt([grave, once], first.called, 1).due).toEqual([]);
  });

  it("is an order that nobody has taken, every minute until somebody does", () => {
    let { called } = dueAt([grave, once], NOBODY, 0);
    const second = dueAt([grave, once], called, 60);
    expect(second.due).toEqual(["grave"]);
    called = second.called;
    expect(dueAt([grave, once], called, 119).due).toEqual([]);
    expect(dueAt([{ ...grave, isTaken: true }, once], called, 120).due).toEqual([]);
  });

  it("is an order that was taken and given back, immediately", () => {
    const { called } = dueAt([grave], NOBODY, 0);
    const taken = dueAt([{ ...grave, isTaken: true }], called, 5);
    expect(dueAt([grave], taken.called, 6).due).toEqual(["grave"]);
  });

  it("is forgotten when it no longer waits", () => {
    const { called } = dueAt([grave, once], NOBODY, 0);
    expect(dueAt([], called, 1).called.size).toBe(0);
  });
});
