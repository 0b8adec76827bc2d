import { dropDatabasesOfRun } from "./test-server";
import { discardTestRun, TEST_RUN } from "./test-run";

/** Leaves nothing behind: no server, no folder, and on a server of somebody else's no database. */
export default async function globalTeardown(): Promise<void> {
  const run = process.env[TEST_RUN];
  if (run === undefined) return;
  await dropDatabasesOfRun(run);
  discardTestRun(run);
}
