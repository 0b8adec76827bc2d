import { type ChildProcess, spawn, type StdioOptions } from "node:child_process";
import { join } from "node:path";

const REGISTER = join(__dirname, "typescript-register.cjs");

/** Runs a TypeScript file in a separate Node process, which sees the usual `process.argv`. */
export function spawnTypeScript(
  file: string,
  args: readonly string[],
  stdio: StdioOptions,
): ChildProcess {
  return spawn(process.execPath, ["--require", REGISTER, file, ...args], { stdio });
}
