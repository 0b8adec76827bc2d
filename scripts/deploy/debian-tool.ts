import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

import { type Finding } from "./finding";

/** Only a process that hangs takes this long. */
const LIMIT_MS = 240_000;
/** Where root's programs are; not every user has it in the path. */
const PLACES = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/sbin"];

interface Answer {
  readonly status: number | null;
  /** Everything that it printed. */
  readonly output: string;
}

/** A Debian program that checks a file better than we could. */
export interface DebianTool {
  readonly program: string;
  readonly debianPackage: string;
}

/** Where it is installed; undefined if it is not. */
function placeOf({ program }: DebianTool): string | undefined {
  return PLACES.map((place) => join(place, program)).find((path) => existsSync(path));
}

/** Runs the tool to completion. @throws {Error} when it is not installed, or takes too long */
export function runTool(tool: DebianTool, args: readonly string[], cwd?: string): Answer {
  const options = { cwd, encoding: "utf8", timeout: LIMIT_MS } as const;
  const { status, stdout, stderr, error } = spawnSync(placeOf(tool) ?? tool.program, args, options);
  if (error) throw error;
  return { status, output: `${stdout}${stderr}`.trim() };
}

/**
 * What the tool says about a file; skipped when it is not installed.
 *
 * @param look called when it is installed
 */
export function ifInstalled(name: string, tool: DebianTool, look: () => Finding): Finding {
  if (placeOf(tool) !== undefined) return look();
  const skipped = `${tool.program} is not installed: Debian's package ${tool.debianPackage}`;
  return { name, faults: [], skipped };
}

/** The finding of a command that must exit with 0 and print no error. */
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
