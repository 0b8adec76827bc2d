import { randomInt } from "node:crypto";

import { LIMITS, type PostgresLimits } from "../postgres/limits";
import { createClient, type PostgresClient } from "../postgres/postgres-client";
import { JOB_CHANNEL } from "./postgres-job-queue";

/**
 * Keeps the locks that stand for living connections apart from every other advisory lock of the
 * database.
 */
export const CONNECTION_LOCKS = 4_703;

/** A connection that is silent for so long is given up while there is time for another. */
const DEADLINE_MS = 2_500;
const SHORT: PostgresLimits = {
  ...LIMITS,
  connectMs: DEADLINE_MS,
  statementMs: 2_000,
  answerMs: DEADLINE_MS,
};

export interface LeaseConnectionOptions {
  readonly databaseUrl: string;
  readonly onError: (error: unknown) => void;
  /** @param lane undefined after a gap in which anything may have been said */
  readonly onNotice: (lane: string | undefined) => void;
  /** The connection has ended, whoever ended it. */
  readonly onEnd: () => void;
}

/**
 * One connection past every pool. The lock it holds tells all others that it lives: PostgreSQL
 * drops it the moment that it knows the connection is gone. Each connection has a number of its
 * own, so that none waits for the lock of the one before.
 */
export class LeaseConnection {
  private constructor(
    private readonly client: PostgresClient,
    /** The number of its lock. */
    readonly number: number,
  ) {}

  /** @throws whatever keeps it from connecting, within some seconds */
  static async open({
    databaseUrl,
    onError,
    onNotice,
    onEnd,
  }: LeaseConnectionOptions): Promise<LeaseConnection> {
    const client = createClient(databaseUrl, "gateway-lease", SHORT);
    client.on("error", onError);
    client.on("end", onEnd);
    client.on("notification", ({ payload }) => onNotice(payload));
    try {
      await client.connect();
      const number = randomInt(2 ** 31);
      await client.query("select pg_advisory_lock($1, $2)", [CONNECTION_LOCKS, number]);
      await client.query(`listen ${JOB_CHANNEL}`);
      return new LeaseConnection(client, number);
    } catch (error) {
      void client.end().catch(() => undefined);
      throw error;
    }
  }

  async rows<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return (await this.client.query(sql, values)).rows as Row[];
  }

  async close(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}
