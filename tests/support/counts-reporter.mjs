import { writeFileSync } from "node:fs";

/**
 * Writes how many tests passed and failed, and which files failed, to the file that TEST_COUNTS
 * names, for scripts that run the tests.
 */
export default class CountsReporter {
  onRunComplete(_contexts, results) {
    const path = process.env.TEST_COUNTS;
    if (!path) return;
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const failedFiles = results.testResults
      .filter(({ numFailingTests, testExecError }) => numFailingTests > 0 || testExecError)
      .map(({ testFilePath }) => testFilePath);
    writeFileSync(path, JSON.stringify({ passed: results.numPassedTests, failed, failedFiles }));
  }
}
