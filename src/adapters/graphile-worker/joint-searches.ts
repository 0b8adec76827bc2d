import { type QueryResult } from "pg";

import { Batcher } from "../../domain/batcher";

export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values: unknown[];
}

/** The library's statement that takes one job, and a connection that waits to ask it. */
interface Search {
  readonly statement: Statement;
  readonly ask: (statement: Statement) => Promise<QueryResult>;
}

const ONE = /limit 1\b/;

/**
 * Makes one search of those that begin at the same time: it takes as many jobs, a job for each. The library's own batches
 * would fetch jobs ahead of those who do them, and regardless of whose turn it is.
 */
export class JointSearches {
  private readonly byTaker = new Map<unknown, Batcher<Search, QueryResult>>();

  ask(search: Search): Promise<QueryResult> {
    // What a lane takes, it takes under an id of its own.
    const [taker] = search.statement.values;
    const together = this.byTaker.get(taker) ?? new Batcher(searchTogether);
    this.byTaker.set(taker, together);
    return together.ask(search);
  }
}

async function searchTogether(searches: readonly Search[]): Promise<QueryResult[]> {
  const { length } = searches;
  // The last knows best whose turn it is not.
  const { statement, ask } = searches[length - 1] as Search;
  const name = `${statement.name ?? ""} ${length}`;
  const found = await ask({ ...statement, name, text: statement.text.replace(ONE, `limit ${length}`) });
  return searches.map((_, index) => ({ ...found, rows: found.rows.slice(index, index + 1) }));
}
