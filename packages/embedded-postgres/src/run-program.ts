import { execFile, type SpawnOptions } from "node:child_process";
import { promisify } from "node:util";

import { type Account } from "./account";

const run = promisify(execFile);

/**
 * Options for starting any PostgreSQL program. The environment is emptied, because PGDATA, PGPORT
 * or an unknown locale in the operator's shell would change what the programs do; Windows programs
 * cannot start without their environment.
 *
 * @param folder a folder that the account may enter; the gateway's own working folder may be closed
 *   to it
 */
export function programOptions(folder: string, account: Account | undefined): SpawnOptions {
  return {
    cwd: folder,
    ...(process.platform === "win32" ? {} : { env: { PATH: "/usr/bin:/bin", LC_ALL: "C" } }),
    ...(account ?? {}),
  };
}

/**
 * Runs a program to its end and returns what it printed.
 *
 * @throws {Error} it failed; the message contains its stderr
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  folder: string,
  account: Account | undefined,
): Promise<string> {
  const { stdout } = await run(program, args, {
    ...programOptions(folder, account),
    windowsHide: true,
  });
  return stdout.toString();
}

/**
 * Whether the account may enter the folder. Asks the system itself, so that access lists and mounts
 * count too.
 */
export async function canEnter(folder: string, account: Account | undefined): Promise<boolean> {
  if (account === undefined) return true;
  return runProgram("/bin/sh", ["-c", 'cd -- "$0"', folder], "/", account).then(
    () => true,
    () => false,
  );
}
