import { randomUUID } from "node:crypto";

import { type Pool, type PoolClient } from "pg";

type Row = Record<string, unknown>;

/** The tables that an accepted order is written to, and how its rows are found in them. */
const TABLES: Readonly<Record<string, string>> = {
  orders: "id = $1",
  order_lines: "order_id = $1",
  pos_orders: "order_id = $1",
  order_events: "order_id = $1 order by sequence",
  jobs: "key = 'send:' || $1",
};
/** Columns that the database fills in automatically. */
const GENERATED = new Set(["xid", "created_at", "pos_order_id"]);
/** No two orders have the same values in these columns. */
const UNIQUE = new Set(["number", "idempotency_key", "id_in_pos"]);

/**
 * Writes copies of one order's rows with one insert per table in a single transaction, as one would
 * without a gateway.
 */
export class BareInserts {
  private constructor(
    private readonly pool: Pool,
    private readonly orderId: string,
    private readonly rows: ReadonlyMap<string, readonly Row[]>,
  ) {}

  /** @param orderId an order that the gateway has just accepted */
  static async like(pool: Pool, orderId: string): Promise<BareInserts> {
    const rows = new Map<string, Row[]>();
    for (const [table, where] of Object.entries(TABLES)) {
      const found = await pool.query<{ row: Row }>(
        `select to_jsonb(t) as row from ${table} t where ${where}`,
        [orderId],
      );
      if (found.rows.length === 0) throw new Error(`An order leaves nothing in ${table}`);
      rows.set(
        table,
        found.rows.map(({ row }) => row),
      );
    }
    return new BareInserts(pool, orderId, rows);
  }

  async insert(): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query("begin");
      const orderId = randomUUID();
      for (const [table, rows] of this.rows) await this.insertInto(client, table, rows, orderId);
      await client.query("commit");
    } finally {
      client.release();
    }
  }

  private async insertInto(
    client: PoolClient,
    table: string,
    rows: readonly Row[],
    orderId: string,
  ): Promise<void> {
    const columns = Object.keys(rows[0] ?? {}).filter((name) => !this.isGenerated(name, table));
    const values = rows.flatMap((row) =>
      columns.map((name) => this.valueOf(row, name, table, orderId)),
    );
    const places = rows.map(
      (_, row) =>
        `(${columns.map((__, column) => `$${row * columns.length + column + 1}`).join()})`,
    );
    const names = columns.map((name) => `"${name}"`).join();
    await client.query(`insert into ${table} (${names}) values ${places.join()}`, values);
  }

  private isGenerated(name: string, table: string): boolean {
    if (name === "created_at") return table !== "orders";
    if (name === "id") return table.includes("jobs");
    return GENERATED.has(name) || (name === "position" && table === "order_events");
  }

  private valueOf(row: Row, name: string, table: string, orderId: string): unknown {
    const value = row[name];
    if (UNIQUE.has(name)) return randomUUID();
    if (name === "id" && table !== "orders") return randomUUID();
    if (typeof value === "string") return value.replace(this.orderId, orderId);
    return typeof value === "object" && value !== null
      ? JSON.stringify(value).replaceAll(this.orderId, orderId)
      : value;
  }
}
