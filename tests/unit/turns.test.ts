import { KeyedQueue } from "../../src/services/checkout/keyed-queue";

describe("work that competes for the same key", () => {
  function door() {
    let open: (outcome: "busy" | "done") => void = () => undefined;
    const opened = new Promise<"busy" | "done">((resolve) => (open = resolve));
    return { open, opened };
  }

  it("runs one after another, while work for other keys goes on", async () => {
    const turns = new KeyedQueue();
    const begun: string[] = [];
    const first = door();
    const one = turns.take(["a", "b"], () => (begun.push("one"), first.opened));
    const two = turns.take(["b"], () => (begun.push("two"), Promise.resolve("done")));
    await turns.take(["c"], () => (begun.push("three"), Promise.resolve("done")));
    expect(begun).toEqual(["one", "three"]);
    first.open("done");
    expect(await Promise.all([one, two])).toEqual(["done", "done"]);
    expect(begun).toEqual(["one", "three", "two"]);
  });

  it("hardly waits when the work ahead of it has waited in vain", async () => {
    const turns = new KeyedQueue();
    const patience: number[] = [];
    const work = (outcome: "busy" | "done") => (ms: number) => (
      patience.push(ms),
      Promise.resolve(outcome)
    );
    const outcomes = [work("busy"), work("busy"), work("done"), work("done")].map((each) =>
      turns.take(["a"], each),
    );
    expect(await Promise.all(outcomes)).toEqual(["busy", "busy", "done", "done"]);
    expect(patience).toEqual([2_000, 50, 50, 2_000]);
  });

  it("goes on after earlier work has failed", async () => {
    const turns = new KeyedQueue();
    const failed = turns.take(["a"], () => Promise.reject(new Error("no")));
    const next = turns.take(["a"], (ms) => Promise.resolve(ms));
    await expect(failed).rejects.toThrow("no");
    expect(await next).toBe(2_000);
  });
});
