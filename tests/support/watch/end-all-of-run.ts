import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { discardTestRun, LEFT_BEHIND } from "../test-run";
import { markedProcesses } from "./processes-of-run";

/** Deletes a run and kills whatever its tests have left. @returns a line for each thing that was left, and its test */
export function endAllOfRun(run: string): string[] {
  const noted = notedLines(run);
  discardTestRun(run);
  const processes = markedProcesses().filter((each) => each.run === run);
  for (const { pid } of processes) process.kill(pid, "SIGKILL");
  return [...noted, ...processes.map(({ pid, test, command }) => `${test}: process ${pid}, ${command}`)];
}

function notedLines(run: string): string[] {
  const path = join(run, LEFT_BEHIND);
  return existsSync(path) ? readFileSync(path, "utf8").trim().split("\n") : [];
}
