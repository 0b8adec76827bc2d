import { PostgresPool } from "../postgres/postgres-pool";

/** Claims, endings and looks of all lanes together: they are short, and many go in one. */
const CONNECTIONS = 4;

/** Connections for the job tables alone: work itself uses none of them, and cannot use them up. */
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
      // The table is empty in one minute and full in the next: what was counted of it last says
      // nothing.
      client.query("set enable_seqscan = off").catch(onError);
    });
  }

  /** @throws whatever the statement throws, or that no answer came in time */
  async rows<Row>(sql: string, values: readonly unknown[]): Promise<Row[]> {
    return (await this.pool.query(sql, [...values])).rows as Row[];
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
