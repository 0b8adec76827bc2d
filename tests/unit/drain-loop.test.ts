import { DrainLoop } from "../../src/jobs/drain-loop";
import { eventually } from "../support/eventually";

describe("work that is done as soon as it arrives", () => {
  it("is done until there is no more, and resumes automatically after as many milliseconds as it says", async () => {
    const answers: (boolean | number)[] = [true, 5, true, false];
    const errors: unknown[] = [];
    const work = new DrainLoop(
      () => Promise.resolve(answers.shift() ?? false),
      (error) => errors.push(error),
    );
    work.wake();
    await eventually(() => answers.length === 0);
    await work.stop();
    expect(errors).toEqual([]);
  });

  it("does not start again once it was stopped", async () => {
    let done = 0;
    const work = new DrainLoop(
      () => Promise.resolve(++done > 0 && 1),
      () => undefined,
    );
    work.wake();
    await eventually(() => done > 0);
    await work.stop();
    const before = done;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(done).toBe(before);
  });
});
