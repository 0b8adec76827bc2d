import { setTimeout as pause } from "node:timers/promises";

import { Pool, type PoolClient, type PoolConfig } from "pg";

import { type ProcessSession } from "./process-session";

const PAUSE_MS = 500;
/** graphile-worker's names of the statements that end a job. Doing them twice changes nothing. */
const ENDS_A_JOB = /^(complete|fail)_job/;

interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values: unknown[];
}

/**
 * The library's connections. It drops the outcome of the statement that ends a job: where that fails, the whole process would
 * end by an unhandled rejection, in every outage of the database. So connections are waited for, and jobs ended at last.
 */
export class JobPool extends Pool {
  private insisting = true;

  constructor(
    config: PoolConfig,
    private readonly session: ProcessSession,
  ) {
    super(config);
    this.on("connect", (client) => this.insistOnEnds(client));
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

  private insistOnEnds(client: PoolClient): void {
    const query = client.query.bind(client) as (...asked: unknown[]) => Promise<unknown>;
    const insist = (...asked: unknown[]) => {
      const [statement] = asked as [Statement];
      return ENDS_A_JOB.test(statement.name ?? "")
        ? query(...asked).catch(() => this.askAtLast(statement))
        : query(...asked);
    };
    client.query = insist as typeof client.query;
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
