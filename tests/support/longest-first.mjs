import { readFileSync } from "node:fs";
import { relative } from "node:path";

import TestSequencer from "@jest/test-sequencer";

/**
 * Some seconds that the longest files of tests take, for a checkout that has not run them yet: one
 * that begins last would run alone at the end. The rehearsal takes longer, and less by what
 * check:types finds out, which .ci/run begins at the same time.
 */
const SECONDS = JSON.parse(readFileSync(new URL("longest-tests.json", import.meta.url), "utf8"));

/** Files in the order of how long they take: as the last run here has it, or a guess. */
export default class LongestFirst extends TestSequencer {
  /** @returns milliseconds; a byte of a test takes about one */
  time(test) {
    const { config, hasteFS } = test.context;
    const name = relative(config.rootDir, test.path).replaceAll("\\", "/");
    const seconds = SECONDS[name];
    const guess = seconds === undefined ? hasteFS.getSize(test.path) : seconds * 1000;
    return super.time(test) ?? guess ?? 0;
  }
}
