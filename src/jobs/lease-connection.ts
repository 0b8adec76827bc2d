import { randomInt } from "node:crypto";

import { LIMITS, type PostgresLimits } from "../postgres/limits";
import { createClient, type PostgresClient } from "../postgres/postgres-client";
import { JOB_CHANNEL } from "./postgres-job-queue";

/**
 * Separates the locks that represent living connections from every other advisory lock of the
 * database.
 */
export const CONNECTION_LOCKS = 4_703;

/**
 * A connection that has been silent for this long is abandoned while there is still time for
 * another.
 */
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
  /** @param lane undefined after a gap in which any notice may have been missed */
  readonly onNotice: (lane: string | undefined) => void;
  /** The connection has ended, no matter who ended it. */
  readonly onEnd: () => void;
}

/**
 * A single connection outside every pool. The lock it holds shows all others that it is alive:
 * PostgreSQL drops it as soon as it knows that the connection is gone. Each connection has its own
 * number, so that none waits for the lock of the previous one.
 */
export class LeaseConnection {
  private constructor(
    private readonly client: PostgresClient,
    /** Lock number. */
    readonly number: number,
  ) {}

  /** @throws whatever prevents it from connecting within a few seconds */
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
