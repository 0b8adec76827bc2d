import { Batcher } from "../../src/domain/concurrency/batcher";
import { FewAtATime } from "../../src/domain/concurrency/few-at-a-time";
import { eventually } from "../support/eventually";

/** Work that waits to be released, and remembers its groups. */
function heldWork() {
  const groups: (readonly number[])[] = [];
  const gates: (() => void)[] = [];
  const work = async (asked: readonly number[]) => {
    groups.push(asked);
    await new Promise<void>((open) => gates.push(open));
    return asked.map((each) => each * 2);
  };
  return { groups, work, letGo: () => gates.shift()?.() };
}

describe("the batcher", () => {
  const nextTurn = () => new Promise(setImmediate);

  it("runs the first request immediately, and those that arrive meanwhile as one group", async () => {
    const { groups, work, letGo } = heldWork();
    const together = new Batcher(work);
    const first = together.ask(1);
    await nextTurn();
    expect(groups).toEqual([[1]]);
    const others = [2, 3].map((each) => together.ask(each));
    await nextTurn();
    expect(groups).toEqual([[1]]);
    letGo();
    expect(await first).toBe(2);
    await nextTurn();
    expect(groups).toEqual([[1], [2, 3]]);
    letGo();
    expect(await Promise.all(others)).toEqual([4, 6]);
  });

  it("limits the size of a group, beginning with what arrives in one turn of the event loop", async () => {
    const groups: (readonly number[])[] = [];
    const together = new Batcher(
      (asked: readonly number[]) => {
        groups.push(asked);
        return Promise.resolve(asked);
      },
      { most: 3 },
    );
    await Promise.all([1, 2, 3, 4, 5].map((each) => together.ask(each)));
    expect(groups).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
  });

  it("fails only the request that the others can succeed without", async () => {
    const together = new Batcher((asked: readonly number[]) =>
      asked.includes(3) ? Promise.reject(new Error("no three")) : Promise.resolve(asked),
    );
    const settled = await Promise.allSettled([1, 2, 3, 4].map((each) => together.ask(each)));
    expect(settled.map(({ status }) => status)).toEqual([
      "fulfilled",
      "fulfilled",
      "rejected",
      "fulfilled",
    ]);
    expect(await together.ask(5)).toBe(5);
  });

  it("lets the next group overtake one that takes long, up to three at a time", async () => {
    const { groups, work, letGo } = heldWork();
    const batcher = new Batcher(work, { patienceMs: 0 });
    const answers = [1, 2, 3, 4].map(async (each) => {
      await eventually(() => groups.length === Math.min(each - 1, 3));
      return batcher.ask(each);
    });
    await eventually(() => groups.length === 3);
    await nextTurn();
    expect(groups).toEqual([[1], [2], [3]]);
    letGo();
    await eventually(() => groups.length === 4);
    for (const _ of [2, 3, 4]) letGo();
    expect(await Promise.all(answers)).toEqual([2, 4, 6, 8]);
  });

  it("splits up a group that fails, three requests at a time and alongside the next group", async () => {
    const gates: (() => void)[] = [];
    let alone = 0;
    let most = 0;
    const batcher = new Batcher(async (asked: readonly number[]) => {
      if (asked.length > 1) throw new Error("not together");
      most = Math.max(most, (alone += 1));
      if (asked[0] !== 9) await new Promise<void>((open) => gates.push(open));
      alone -= 1;
      return asked;
    });
    const members = Promise.all([1, 2, 3, 4, 5].map((each) => batcher.ask(each)));
    await eventually(() => gates.length === 3);
    expect(await batcher.ask(9)).toBe(9);
    for (let done = 0; done < 5; done += 1) (await eventually(() => gates.shift()))();
    expect(await members).toEqual([1, 2, 3, 4, 5]);
    expect(most).toBe(4);
  });
});

describe("work that is limited to a few runs at a time", () => {
  it("waits for its turn, and gives up when that takes too long", async () => {
    const few = new FewAtATime(1, { patienceMs: 20, error: () => new Error("too late") });
    let open = () => undefined as void;
    const first = few.run(() => new Promise<void>((resolve) => (open = resolve)));
    let began = false;
    await expect(few.run(() => Promise.resolve((began = true)))).rejects.toThrow("too late");
    expect(began).toBe(false);
    const waiting = few.run(() => Promise.resolve("done"));
    open();
    await first;
    expect(await waiting).toBe("done");
    await expect(few.run(() => Promise.reject(new Error("failed")))).rejects.toThrow("failed");
    expect(await few.run(() => Promise.resolve("again"))).toBe("again");
  });
});
