import { TEST_RUN } from "./test-run";
import { dropDatabasesOfRun } from "./test-server";
import { endRun } from "./watch/end-run";

/**
 * Leaves nothing behind: no server, no folder, and on a third-party server no database. Fails the
 * run when a test has left a process, a socket or a timer, and names it.
 */
export default async function globalTeardown(): Promise<void> {
  const run = process.env[TEST_RUN];
  if (run === undefined) return;
  await dropDatabasesOfRun(run);
  const left = await endRun(run);
  if (left.length > 0) process.exitCode = 1;
  const told = left.length > 0 ? left.map((line) => `  ${line}`) : ["  nothing"];
  process.stderr.write(`\nLeft behind by the tests:\n${told.join("\n")}\n`);
}
