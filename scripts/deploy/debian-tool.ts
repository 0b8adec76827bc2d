import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

import { type Finding } from "./finding";

/** Only what hangs takes this long. */
const LIMIT_MS = 240_000;
/** Where root's programs are, which is not on everybody's path. */
const PLACES = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/sbin"];

interface Answer {
  readonly status: number | null;
  /** All that it printed. */
  readonly output: string;
}

/** A program of Debian's that looks at a file better than we could. */
export interface DebianTool {
  readonly program: string;
  readonly debianPackage: string;
}

/** Where it is installed; undefined: it is not. */
function placeOf({ program }: DebianTool): string | undefined {
  return PLACES.map((place) => join(place, program)).find((path) => existsSync(path));
}

/** Runs it to its end. @throws {Error} it is not there, or takes too long */
export function runTool(tool: DebianTool, args: readonly string[], cwd?: string): Answer {
  const options = { cwd, encoding: "utf8", timeout: LIMIT_MS } as const;
  const { status, stdout, stderr, error } = spawnSync(placeOf(tool) ?? tool.program, args, options);
  if (error) throw error;
  return { status, output: `${stdout}${stderr}`.trim() };
}

/**
 * What the tool says of a file; skipped where it is not installed.
 *
 * @param look is called when it is
 */
export function ifInstalled(name: string, tool: DebianTool, look: () => Finding): Finding {
  if (placeOf(tool) !== undefined) return look();
  const skipped = `${tool.program} is not installed: Debian's package ${tool.debianPackage}`;
  return { name, faults: [], skipped };
}

/** A finding by a command that is to end with 0 and to print nothing that is a fault. */
export function foundBy(
  name: string,
  tool: DebianTool,
  args: readonly string[],
  isFault = (_line: string): boolean => false,
): Finding {
  const { status, output } = runTool(tool, args);
  const lines = output.split("\n").filter((line) => line !== "");
  const faults = status === 0 ? lines.filter(isFault) : lines;
  const told = `${tool.program} ${args[0] ?? ""}`.trim();
  return {
    name,
    faults: status === 0 || faults.length > 0 ? faults : [`ended with ${status}`],
    told,
  };
}
