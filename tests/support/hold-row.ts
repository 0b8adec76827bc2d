import { Client } from "pg";

/**
 * A lock that a process has taken and does not release, like a process that stands still in the
 * middle of its transaction.
 */
export interface HeldRow {
  letGo(): Promise<void>;
}

/** Locks a row for update, on a separate connection. */
export async function holdRow(
  databaseUrl: string,
  table: string,
  id: string,
  column = "id",
): Promise<HeldRow> {
  const client = new Client({ connectionString: databaseUrl });
  // A test that failed drops the database while this is connected.
  client.on("error", () => undefined);
  await client.connect();
  await client.query("begin");
  await client.query(`select 1 from ${table} where ${column} = $1 for update`, [id]);
  return { letGo: () => client.end() };
}
