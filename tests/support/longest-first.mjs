import { readFileSync } from "node:fs";
import { relative } from "node:path";

import TestSequencer from "@jest/test-sequencer";

/**
 * Approximate seconds that the longest test files take, for a checkout that has not run them yet,
 * because one that begins last would run alone at the end. The rehearsal takes longer, and less by
 * what check:types finds out, which .ci/run begins at the same time.
 */
const SECONDS = JSON.parse(readFileSync(new URL("longest-tests.json", import.meta.url), "utf8"));

/** Sorts files by duration: as measured in the last run here, or a guess. */
export default class LongestFirst extends TestSequencer {
  /** @returns milliseconds; one byte of a test takes about one */
  time(test) {
    const { config, hasteFS } = test.context;
    const name = relative(config.rootDir, test.path).replaceAll("\\", "/");
    const seconds = SECONDS[name];
    const guess = seconds === undefined ? hasteFS.getSize(test.path) : seconds * 1000;
    return super.time(test) ?? guess ?? 0;
  }
}
