import { createTestRun, discardAbandonedRuns, TEST_RUN } from "./test-run";
import { abandonRun } from "./watch/end-run";

/**
 * Prepares a folder for the run. PostgreSQL starts when the first test asks for a database, so that
 * unit tests stay fast.
 */
export default function globalSetup(): void {
  discardAbandonedRuns();
  const run = createTestRun();
  process.env[TEST_RUN] = run;

  // Ctrl-C and `jest --bail` end the process without the teardown.
  process.once("exit", () => abandonRun(run));
  for (const [signal, code] of [["SIGINT", 130] as const, ["SIGTERM", 143] as const]) {
    process.once(signal, () => process.exit(code));
  }
}
