import { writeFileSync } from "node:fs";

/**
 * Writes how many tests passed and failed into the file that TEST_COUNTS names, for whoever runs
 * them by a script.
 */
export default class CountsReporter {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
    const path = process.env.TEST_COUNTS;
    if (!path) return;
    const counts = { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
    writeFileSync(path, JSON.stringify(counts));
  }
}
