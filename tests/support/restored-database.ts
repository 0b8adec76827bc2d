import { type DataSource } from "typeorm";

import { createDataSource } from "../../ormconfig";
import { createTestDatabase } from "./test-database";

/**
 * How far the lost cluster's transaction ids had advanced: much further than those of any new
 * cluster.
 */
export const XIDS_AHEAD = 5_000_000;

const TABLES = `
  select c.relname as name from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'migrations%'`;
const COLUMNS = `
  select string_agg(quote_ident(attname), ', ') as names from pg_attribute
  where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`;
const SEQUENCES =
  "select sequencename as name, last_value as last from pg_sequences where schemaname = 'public'";

/**
 * Another database with the same rows, as a dump brings them into another cluster: the rows name
 * transactions that are far ahead of the server's. The caller must close it.
 */
export async function restoredFrom(
  lost: DataSource,
): Promise<{ db: DataSource; close(): Promise<void> }> {
  const database = await createTestDatabase();
  const db = await createDataSource(database.url).initialize();
  await db.transaction(async (tx) => {
    // As a restore does: the rows are consistent, whatever comes first.
    await tx.query("set local session_replication_role = replica");
    for (const { name } of await lost.query<{ name: string }[]>(TABLES)) {
      const [columns] = await lost.query<{ names: string }[]>(COLUMNS, [name]);
      const [dump] = await lost.query<{ rows: string }[]>(
        `select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text as rows from ${name} t`,
      );
      await tx.query(`delete from ${name}`);
      await tx.query(
        `insert into ${name} (${columns?.names}) overriding system value
         select ${columns?.names} from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
        [dump?.rows],
      );
    }
    for (const { name, last } of await lost.query<{ name: string; last: string | null }[]>(
      SEQUENCES,
    )) {
      if (last !== null) await tx.query("select setval($1, $2)", [name, last]);
    }
    await tx.query(`update order_events set xid = (xid::text::bigint + ${XIDS_AHEAD})::text::xid8`);
  });
  return {
    db,
    close: async () => {
      await db.destroy();
      await database.drop();
    },
  };
}

/** Deletes what a failover loses: the newest event of an order, with its number. */
export async function loseNewestEvent(
  db: DataSource,
  branchId: string,
  orderId: string,
): Promise<void> {
  await db.query(
    `delete from order_events
     where order_id = $1 and sequence = (select version from orders where id = $1)`,
    [orderId],
  );
  await db.query("update orders set version = version - 1 where id = $1", [orderId]);
  await db.query(
    `update branch_histories
     set last_position = (select max(branch_position) from order_events where branch_id = $1)
     where branch_id = $1`,
    [branchId],
  );
}
