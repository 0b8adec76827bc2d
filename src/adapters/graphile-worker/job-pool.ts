import { setTimeout as pause } from "node:timers/promises";

import { type Pool, type PoolClient, type QueryResult } from "pg";

import { PostgresPool, type PostgresPoolConfig } from "../../postgres/postgres-pool";
import { JointSearches, type Statement } from "./joint-searches";
import { Age } from "../../domain/age";
import { type ProcessSession } from "./process-session";

const PAUSE_MS = 500;
/** graphile-worker's names of the statements that end a job. Doing them twice changes nothing. */
const ENDS_A_JOB = /^(complete|fail)_job/;
/** And of the one that takes a job. */
const TAKES_A_JOB = /^get_job/;

/**
 * The library's connections. It drops the outcome of the statement that ends a job: where that fails, the whole process would
 * end by an unhandled rejection, in every outage of the database. So connections are waited for, and jobs ended at last.
 * And it takes jobs one by one, where one statement takes as many.
 */
export class JobPool extends PostgresPool {
  private insisting = true;
  private readonly searches = new JointSearches();
  /** Since a search was last answered, whether it found work or not. */
  readonly searched = new Age();

  constructor(
    config: PostgresPoolConfig,
    private readonly session: ProcessSession,
  ) {
    super(config);
    this.on("connect", (client) => this.improve(client));
  }

  override connect(): Promise<PoolClient>;
  override connect(...given: Parameters<Pool["connect"]>): void;
  override connect(...given: Parameters<Pool["connect"]> | []): Promise<PoolClient> | void {
    return given.length === 0 ? this.connectAtLast() : super.connect(...given);
  }

  /** From now on one try is enough: whoever stops during an outage does not wait for its end. */
  insistNoMore(): void {
    this.insisting = false;
  }

  private async connectAtLast(): Promise<PoolClient> {
    for (;;) {
      try {
        return await super.connect();
      } catch (error) {
        if (!this.insisting) throw error;
        await pause(PAUSE_MS);
      }
    }
  }

  private improve(client: PoolClient): void {
    const query = client.query.bind(client) as (...asked: unknown[]) => Promise<QueryResult>;
    const ask = (...asked: unknown[]) => {
      const [statement] = asked as [Statement];
      const { name = "" } = statement;
      if (TAKES_A_JOB.test(name)) return this.search({ statement, ask: query });
      return ENDS_A_JOB.test(name) ? query(...asked).catch(() => this.askAtLast(statement)) : query(...asked);
    };
    client.query = ask as typeof client.query;
  }

  private async search(search: Parameters<JointSearches["ask"]>[0]): Promise<QueryResult> {
    const found = await this.searches.ask(search);
    this.searched.reset();
    return found;
  }

  /** Over the session's connection, which comes back: those of the pool may all wait here. */
  private async askAtLast({ text, values }: Statement): Promise<void> {
    while (this.insisting) {
      try {
        await this.session.query(text, values);
        return;
      } catch {
        await pause(PAUSE_MS);
      }
    }
  }
}
