import { PostgresPool } from "../postgres/postgres-pool";

/** Claims, endings and checks of all lanes together: they are short, and many share one call. */
const CONNECTIONS = 4;

/**
 * Connections for the job tables alone: the work itself never uses them, so it cannot exhaust them.
 */
export class JobPool {
  private readonly pool: PostgresPool;

  constructor(databaseUrl: string, onError: (error: unknown) => void) {
    this.pool = new PostgresPool({
      connectionString: databaseUrl,
      max: CONNECTIONS,
      application_name: "gateway-jobs",
    });
    this.pool.on("error", onError);
    this.pool.on("connect", (client) => {
      // The table may be empty one minute and full the next, so its latest statistics mean nothing.
      client.query("set enable_seqscan = off").catch(onError);
    });
  }

  /** @throws whatever the statement throws, or an error that no answer came in time */
  async rows<Row>(sql: string, values: readonly unknown[]): Promise<Row[]> {
    return (await this.pool.query(sql, [...values])).rows as Row[];
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
