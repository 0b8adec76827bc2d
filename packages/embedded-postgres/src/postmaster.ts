import { execFile } from "node:child_process";
import { link, readFile, rename, unlink } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The running server of a cluster, according to its pid file. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/**
 * Returns the running server of a cluster, whoever started it. A pid file alone proves nothing:
 * after a crash it remains and says "ready", and its pid may meanwhile belong to another program,
 * so the pid is checked.
 */
export async function livingPostmaster(pgdata: string): Promise<Postmaster | undefined> {
  // Line 1 pid, line 4 port (postgresql.org/docs/18/storage-file-layout.html,
  // src/include/utils/pidfile.h).
  const lines = (await readPidFile(pgdata)).split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!(pid > 0) || !(port > 0) || !(await isServerOf(pgdata, pid))) return undefined;
  return { pid, port };
}

/**
 * Removes a dead server's pid file. PostgreSQL does so itself, except when the pid now belongs to
 * another program of the same account: then it refuses to start. A file that a new server wrote in
 * the meantime is put back.
 */
export async function removeStalePidFile(pgdata: string): Promise<void> {
  const stale = await readPidFile(pgdata);
  if (stale === "" || (await isServerOf(pgdata, Number(stale.split("\n")[0])))) return;

  const aside = join(pgdata, `postmaster.pid.${process.pid}.stale`);
  await rename(pidFile(pgdata), aside).catch(() => undefined);
  const taken = await readFile(aside, "utf8").catch(() => stale);
  if (taken !== stale) await link(aside, pidFile(pgdata)).catch(() => undefined);
  await unlink(aside).catch(() => undefined);
}

/**
 * Whether there is a process with this pid. A finished one that its parent has not collected counts
 * too.
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether the process with this pid is the server of this cluster, still running. */
export async function isServerOf(pgdata: string, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const command = await commandLine(pid);
  return command === undefined || command.includes(pgdata);
}

/**
 * Returns how the process was started; empty for a finished one; undefined if the system does not
 * say.
 */
async function commandLine(pid: number): Promise<string | undefined> {
  if (process.platform === "linux") {
    return readFile(`/proc/${pid}/cmdline`, "utf8").catch((error: unknown) =>
      (error as NodeJS.ErrnoException).code === "ENOENT" ? "" : undefined,
    );
  }
  if (process.platform === "win32") return undefined;
  return run("ps", ["-ww", "-o", "command=", "-p", String(pid)]).then(
    ({ stdout }) => stdout,
    () => undefined,
  );
}

function readPidFile(pgdata: string): Promise<string> {
  return readFile(pidFile(pgdata), "utf8").catch(() => "");
}

function pidFile(pgdata: string): string {
  return join(pgdata, "postmaster.pid");
}
