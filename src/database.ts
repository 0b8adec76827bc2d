import { type DataSource } from "typeorm";

import { createDataSource } from "../ormconfig";
import { migrateJobTables } from "./adapters/graphile-worker/graphile-worker-runner";

/** Any number will do, as long as it stays the same. */
const MIGRATION_LOCK = 4_700;

/** Connects to the database and brings its tables up to date. Many processes may do so at once: one migrates. */
export async function openDatabase(url: string): Promise<DataSource> {
  const db = await createDataSource(url).initialize();
  const lock = db.createQueryRunner();
  try {
    // TypeORM takes no lock of its own: two processes would run the same migration.
    await lock.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await db.runMigrations();
    await migrateJobTables(url);
    await lock.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK]);
  } catch (error) {
    await lock.release();
    await db.destroy();
    throw error;
  }
  await lock.release();
  return db;
}
