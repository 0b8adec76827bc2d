import { type QueryResult } from "pg";

import { JointSearches, type Statement } from "../../src/adapters/graphile-worker/joint-searches";

describe("searches for work that begin at the same time", () => {
  /** A connection to a table with as many jobs, and what it was asked. */
  function table(jobs: number) {
    const asked: Statement[] = [];
    let taken = 0;
    const ask = (statement: Statement) => {
      asked.push(statement);
      const most = Math.min(Number(/limit (\d+)/.exec(statement.text)?.[1]), jobs - taken);
      const rows = Array.from({ length: most }, () => ({ id: (taken += 1) }));
      return Promise.resolve({ rows, rowCount: most } as unknown as QueryResult);
    };
    return { asked, ask };
  }

  const search = (taker: string, skipped: string): Statement => ({
    name: "get_jobF",
    text: "select … limit 1 for update skip locked",
    values: [taker, skipped],
  });

  async function found(searches: readonly Promise<QueryResult>[]): Promise<unknown[][]> {
    return (await Promise.all(searches)).map(({ rows }) => (rows as { id: number }[]).map(({ id }) => id));
  }

  it("become one that brings each a job of its own, as long as there are any", async () => {
    const { asked, ask } = table(2);
    const joint = new JointSearches();
    const searches = ["first", "second", "last"].map((skipped) =>
      joint.ask({ statement: search("lane", skipped), ask }),
    );
    expect(await found(searches)).toEqual([[1], [2], []]);
    expect(asked).toEqual([
      { name: "get_jobF 3", text: "select … limit 3 for update skip locked", values: ["lane", "last"] },
    ]);
  });

  it("stay apart when they are of two lanes", async () => {
    const { asked, ask } = table(2);
    const joint = new JointSearches();
    const searches = ["one", "other"].map((lane) => joint.ask({ statement: search(lane, ""), ask }));
    expect((await found(searches)).flat().sort()).toEqual([1, 2]);
    expect(asked.map(({ values }) => values[0]).sort()).toEqual(["one", "other"]);
  });
});
