import { setTimeout as pause } from "node:timers/promises";

import { type DataSource, type QueryRunner } from "typeorm";

import { createDataSource } from "../../ormconfig";
import { isInTheWay } from "../errors";
import { LONG_WORK } from "../postgres/limits";

/** Any number works, as long as it never changes. */
const MIGRATION_LOCK = 4_700;
const AGAIN_MS = 1_000;
const PATIENCE_MS = 15 * 60_000;

/**
 * Connects to the database and brings its tables up to date. Many processes may do so
 * simultaneously; one of them migrates.
 *
 * @param patienceMs how long another process may migrate, and how long others may hold what a
 *   migration has to lock
 * @throws {Error} if that took longer
 */
export async function openDatabase(url: string, patienceMs = PATIENCE_MS): Promise<DataSource> {
  await migrate(url, performance.now() + patienceMs);
  return createDataSource(url).initialize();
}

async function migrate(url: string, until: number): Promise<void> {
  const options = { poolSize: 2, applicationName: "gateway-migrations", limits: LONG_WORK };
  const db = await createDataSource(url, options).initialize();
  const runner = db.createQueryRunner();
  try {
    // TypeORM takes no lock, so two processes would run the same migration. This lock ends with its
    // connection.
    await lockMigrations(runner, until);
    await insist(() => db.runMigrations(), until);
  } finally {
    await runner.release();
    await db.destroy();
  }
}

async function lockMigrations(runner: QueryRunner, until: number): Promise<void> {
  const lock = "select pg_try_advisory_lock($1) as held";
  while (!((await runner.query(lock, [MIGRATION_LOCK])) as [{ held: boolean }])[0].held) {
    if (performance.now() > until) {
      throw new Error(
        "Another process has been migrating the database for too long (pg_locks: advisory, 4700)",
      );
    }
    await pause(AGAIN_MS);
  }
}

/**
 * Anyone waiting for a table's lock blocks everyone who comes later, so a migration waits briefly
 * and tries again. It also takes its locks in its own order: when two transactions wait for each
 * other, PostgreSQL ends one, and that may be the migration.
 */
async function insist(migrations: () => Promise<unknown>, until: number): Promise<void> {
  for (;;) {
    try {
      await migrations();
      return;
    } catch (error) {
      if (!isInTheWay(error) || performance.now() > until) throw error;
      await pause(AGAIN_MS);
    }
  }
}
