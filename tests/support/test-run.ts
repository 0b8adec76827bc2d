import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

import { killMarked, markedProcesses } from "./watch/processes-of-run";

/**
 * The environment variable that passes the folder of this run from Jest's main process to its
 * workers.
 */
export const TEST_RUN = "RESULT_REST_TEST_RUN";

/** A file in the run's folder, with a line for everything that a test has left running. */
export const LEFT_BEHIND = "left-behind.txt";

const PREFIX = "result-rest-gateway-tests-";
const MEMORY = "/dev/shm";
const ENOUGH_MEMORY_BYTES = 1_000_000_000;

/**
 * The folder of the run that this worker belongs to. @throws {Error} outside Jest, or without our
 * globalSetup
 */
export function testRun(): string {
  const run = process.env[TEST_RUN];
  if (run === undefined)
    throw new Error("Test servers exist only in a jest run with tests/support/global-setup.ts");
  return run;
}

/**
 * Creates the folder of a test run, in memory if there is room. Its name contains the pid of Jest's
 * main process.
 */
export function createTestRun(): string {
  const folder = join(
    hasRoomInMemory() ? MEMORY : tmpdir(),
    `${PREFIX}${process.pid}-${Date.now()}`,
  );
  mkdirSync(folder, { mode: 0o755 });
  return folder;
}

/**
 * The data folder of an embedded PostgreSQL of this run. Every server that lives in one is removed
 * when the run is discarded.
 */
export function serverDataDir(run: string, name: string): string {
  return join(run, "servers", name, "data");
}

/**
 * Kills the servers of a run and deletes all its files. Synchronous, so that it can be the last act
 * of a process.
 */
export function discardTestRun(run: string): void {
  const servers = join(run, "servers");
  for (const name of existsSync(servers) ? readdirSync(servers) : [])
    discardServer(serverDataDir(run, name));
  rmSync(run, { recursive: true, force: true });
}

/**
 * Discards the runs whose main process was killed before it could do so itself, together with the
 * processes of their tests.
 */
export function discardAbandonedRuns(): void {
  killMarked(markedProcesses().filter(({ run }) => isAbandoned(run)));
  for (const parent of new Set([MEMORY, tmpdir()])) {
    if (!existsSync(parent)) continue;
    for (const name of readdirSync(parent))
      if (isAbandoned(name)) discardTestRun(join(parent, name));
  }
}

/** @param run its folder, or the folder's name */
function isAbandoned(run: string): boolean {
  const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(basename(run))?.[1];
  return pid !== undefined && !isAlive(Number(pid));
}

/**
 * Kills the server of a data folder, if one is running there, and deletes the folder, wherever its
 * cluster had to be kept.
 */
export function discardServer(dataDir: string): void {
  const home = /^\/.*$/m.exec(textOf(join(dataDir, "DATABASE-IS-ELSEWHERE.txt")))?.[0] ?? dataDir;
  const pgdata = join(home, "cluster", "pgdata");
  const pid = Number(textOf(join(pgdata, "postmaster.pid")).split("\n")[0]);
  if (pid > 0 && isServerOf(pgdata, pid)) {
    process.kill(pid, "SIGQUIT");
    const deadline = Date.now() + 5_000;
    while (isServerOf(pgdata, pid) && Date.now() < deadline) pauseMs(5);
  }
  rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  rmSync(dataDir, { recursive: true, force: true });
}

/**
 * Whether the process is alive and was started for this folder. A pid file may outlive its process.
 */
function isServerOf(pgdata: string, pid: number): boolean {
  if (!isAlive(pid)) return false;
  return process.platform !== "linux" || textOf(`/proc/${pid}/cmdline`).includes(pgdata);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function hasRoomInMemory(): boolean {
  if (!existsSync(MEMORY)) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= ENOUGH_MEMORY_BYTES;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function pauseMs(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
