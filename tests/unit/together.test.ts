import { Together } from "../../src/domain/together";

/** Work that waits to be let go, and remembers its groups. */
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

describe("what is asked for together", () => {
  const nextTurn = () => new Promise(setImmediate);

  it("is done at once, and in one group when it comes meanwhile", async () => {
    const { groups, work, letGo } = heldWork();
    const together = new Together(work);
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

  it("makes up groups of a limited size, beginning with what comes in one turn", async () => {
    const groups: (readonly number[])[] = [];
    const together = new Together((asked: readonly number[]) => {
      groups.push(asked);
      return Promise.resolve(asked);
    }, 3);
    await Promise.all([1, 2, 3, 4, 5].map((each) => together.ask(each)));
    expect(groups).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
  });

  it("fails alone when the others can be done without it", async () => {
    const together = new Together((asked: readonly number[]) =>
      asked.includes(3) ? Promise.reject(new Error("no three")) : Promise.resolve(asked),
    );
    const settled = await Promise.allSettled([1, 2, 3, 4].map((each) => together.ask(each)));
    expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
    expect(await together.ask(5)).toBe(5);
  });
});
