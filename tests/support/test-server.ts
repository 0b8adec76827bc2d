import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

import { Client } from "pg";

import { EmbeddedPostgres } from "../../packages/embedded-postgres/src/embedded-postgres";
import { isAlive } from "../../packages/embedded-postgres/src/postmaster";
import { serverDataDir } from "./test-run";

/** The server of a run: an address that may create databases, and the database to clone. */
export interface TestServer {
  readonly url: string;
  readonly template: string;
}

const PREPARATION_TIMEOUT_MS = 180_000;
const HOST = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);

/**
 * The one server of this run, started and migrated by the worker that asks first; the others wait
 * for it.
 *
 * @param migrate brings an empty database up to date
 * @throws {Error} when the worker that prepared it failed, with that worker's message
 */
export async function testServer(
  run: string,
  migrate: (url: string) => Promise<void>,
): Promise<TestServer> {
  const [ready, failed] = [join(run, "server.json"), join(run, "server-failure.txt")];
  if (isFirst(run)) {
    try {
      writeInOneStep(ready, JSON.stringify(await prepare(run, migrate)));
    } catch (error) {
      writeInOneStep(
        failed,
        error instanceof Error ? (error.stack ?? error.message) : String(error),
      );
      throw error;
    }
  }

  const deadline = Date.now() + PREPARATION_TIMEOUT_MS;
  while (!existsSync(ready)) {
    if (existsSync(failed))
      throw new Error(`The test database is not ready:\n${readFileSync(failed, "utf8")}`);
    if (Date.now() > deadline)
      throw new Error("Another test worker is still preparing the test database");
    await delay(20);
  }
  return JSON.parse(readFileSync(ready, "utf8")) as TestServer;
}

/**
 * A name for a database of this run. It says which machine and process it belongs to, so that the
 * next run can judge.
 */
export function databaseName(run: string, suffix: string): string {
  return `${prefixOf(run)}_${suffix}`;
}

/** Runs one or more statements as the superuser of the test server. */
export async function administer<T>(url: string, work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/**
 * Drops what this run has left on a server given by TEST_DATABASE_URL; an embedded server is
 * discarded as a whole.
 */
export async function dropDatabasesOfRun(run: string): Promise<void> {
  const url = process.env.TEST_DATABASE_URL;
  if (url === undefined || !existsSync(join(run, "server.json"))) return;
  await administer(url, (admin) => dropDatabases(admin, (name) => name.startsWith(prefixOf(run))));
}

async function prepare(run: string, migrate: (url: string) => Promise<void>): Promise<TestServer> {
  const url = process.env.TEST_DATABASE_URL ?? (await startEmbedded(run));
  const template = databaseName(run, "template");
  await administer(url, async (admin) => {
    await dropDatabases(admin, isAbandoned);
    await admin.query(`create database ${template}`);
  });
  await migrate(withDatabase(url, template));
  return { url, template };
}

async function startEmbedded(run: string): Promise<string> {
  const postgres = new EmbeddedPostgres({ dataDir: serverDataDir(run, "shared"), durable: false });
  const { url } = await postgres.start();
  // The server goes on serving the other workers after this one has ended; the teardown discards
  // it.
  await postgres.leaveRunning();
  return url;
}

/** The same server with another database. */
export function withDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

function prefixOf(run: string): string {
  const [, pid, startedAt] = /-(\d+)-(\d+)$/.exec(basename(run)) ?? [];
  return `gateway_test_${HOST}_${String(pid)}_${String(startedAt)}`;
}

function isAbandoned(name: string): boolean {
  const [, host, pid] = /^gateway_test_([0-9a-f]+)_(\d+)_/.exec(name) ?? [];
  return host === HOST && !isAlive(Number(pid));
}

async function dropDatabases(admin: Client, isDoomed: (name: string) => boolean): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>("select datname from pg_database");
  for (const { datname } of rows) {
    if (isDoomed(datname)) await admin.query(`drop database if exists "${datname}" with (force)`);
  }
}

function isFirst(run: string): boolean {
  try {
    mkdirSync(join(run, "preparing"));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function writeInOneStep(path: string, text: string): void {
  writeFileSync(`${path}.partial`, text);
  renameSync(`${path}.partial`, path);
}
