import { randomBytes } from "node:crypto";
import { createRequire } from "node:module";

import type * as Ormconfig from "../../ormconfig";
import type * as Limits from "../../src/postgres/limits";
import { testRun } from "./test-run";
import { administer, databaseName, testServer, withDatabase } from "./test-server";

/** A separate database, migrated and empty. */
export interface TestDatabase {
  readonly url: string;
  /** Drops it, cutting connections that are still open. Safe to repeat. */
  drop(): Promise<void>;
}

/**
 * Clones the migrated template, in about 10 ms. The first call of a whole test run also starts
 * PostgreSQL and migrates the template, in about a second. Set TEST_DATABASE_URL to use a server
 * that is already running.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const run = testRun();
  const server = await testServer(run, migrate);
  const name = databaseName(run, randomBytes(4).toString("hex"));
  await administer(server.url, (admin) =>
    admin.query(`create database ${name} template ${server.template} strategy file_copy`),
  );
  return {
    url: withDatabase(server.url, name),
    drop: () =>
      administer(server.url, async (admin) => {
        await admin.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

/** Once per run, so that no other file of the run has to load all entities and migrations. */
async function migrate(url: string): Promise<void> {
  const load = createRequire(__filename);
  const { createDataSource } = load("../../ormconfig") as typeof Ormconfig;
  const { LONG_WORK } = load("../../src/postgres/limits") as typeof Limits;
  const dataSource = createDataSource(url, { limits: LONG_WORK });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
}
