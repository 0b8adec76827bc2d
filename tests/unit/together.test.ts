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
  it("is done at once when it comes alone, and in one group when it comes meanwhile", async () => {
    const { groups, work, letGo } = heldWork();
    const together = new Together(work);
    const answers = [1, 2, 3].map((each) => together.ask(each));
    expect(groups).toEqual([[1]]);
    letGo();
    expect(await answers[0]).toBe(2);
    await new Promise(setImmediate);
    expect(groups).toEqual([[1], [2, 3]]);
    letGo();
    expect(await Promise.all(answers)).toEqual([2, 4, 6]);
  });

  it("makes up groups of a limited size", async () => {
    const groups: (readonly number[])[] = [];
    const together = new Together((asked: readonly number[]) => {
      groups.push(asked);
      return Promise.resolve(asked);
    }, 2);
    await Promise.all([1, 2, 3, 4].map((each) => together.ask(each)));
    expect(groups).toEqual([[1], [2, 3], [4]]);
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
