import { gunzipSync } from "node:zlib";

import { type DataSource } from "typeorm";

/**
 * Where a word occurs in the whole database, as "table: word", whatever the type of the column,
 * including packed ones.
 */
export async function searchDatabase(db: DataSource, words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const table of await tables(db)) {
    const rows = await db.query<Record<string, unknown>[]>(`select * from ${table}`);
    const text = rows
      .map((row) => Object.values(row).map(asText).join("\n"))
      .join("\n")
      .toLowerCase();
    found.push(
      ...words
        .filter((word) => text.includes(word.toLowerCase()))
        .map((word) => `${table}: ${word}`),
    );
  }
  return found;
}

/** What a dump of the data would contain, table by table. */
export async function dumpOf(db: DataSource): Promise<string> {
  const parts: string[] = [];
  for (const table of await tables(db)) {
    const rows = await db.query<{ row: string }[]>(`select o::text as row from ${table} o`);
    parts.push(table, ...rows.map(({ row }) => row));
  }
  return parts.join("\n");
}

async function tables(db: DataSource): Promise<string[]> {
  const rows = await db.query<{ name: string }[]>(`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`);
  return rows.map(({ name }) => name);
}

function asText(value: unknown): string {
  if (Buffer.isBuffer(value))
    return value.toString("latin1") + value.toString("utf8") + unpacked(value);
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

function unpacked(bytes: Buffer): string {
  try {
    return gunzipSync(bytes).toString("utf8");
  } catch {
    return "";
  }
}
