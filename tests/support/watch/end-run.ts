import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { discardTestRun, LEFT_BEHIND } from "../test-run";
import { killMarked, type MarkedProcess, markedProcesses } from "./processes-of-run";

/** Processes whose parent has ended follow it a moment later, as the helpers of a browser do. */
const PATIENCE_MS = 10_000;

/**
 * Deletes a run and immediately kills everything that its tests have started. Synchronous, so that
 * it can be the last act of a process.
 */
export function abandonRun(run: string): void {
  discardTestRun(run);
  killMarked(processesOf(run));
}

/**
 * Deletes a run that is over, and ends what its tests have left behind. @returns a line for each
 * such thing, with its test
 */
export async function endRun(run: string): Promise<string[]> {
  const noted = notedLines(run);
  discardTestRun(run);
  const deadline = performance.now() + PATIENCE_MS;
  while (processesOf(run).length > 0 && performance.now() < deadline) await pause(50);
  const left = processesOf(run);
  killMarked(left);
  return [...noted, ...left.map(({ pid, test, command }) => `${test}: process ${pid}, ${command}`)];
}

function processesOf(run: string): MarkedProcess[] {
  return markedProcesses().filter((each) => each.run === run);
}

function notedLines(run: string): string[] {
  const path = join(run, LEFT_BEHIND);
  return existsSync(path) ? readFileSync(path, "utf8").trim().split("\n") : [];
}
