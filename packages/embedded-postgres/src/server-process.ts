import { spawn } from "node:child_process";
import { open, readFile, truncate } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

import { type Cluster } from "./cluster";
import { isServerOf, type Postmaster } from "./postmaster";
import { programOptions, runProgram } from "./run-program";

/** A server that was just launched; it is ready only once it accepts connections. */
export interface LaunchedServer {
  /** Why it ended, in its own words; undefined while it is running. */
  readonly failure: string | undefined;
}

const LOG_LIMIT_BYTES = 5_000_000;

/** A fast shutdown writes everything in memory to disk; slow disks get enough time. */
const SHUTDOWN_TIMEOUT_MS = 60_000;

/**
 * Launches the server in a separate session: Ctrl-C in the terminal reaches only the gateway, which
 * then keeps its database until it has drained.
 */
export async function launchServer(cluster: Cluster): Promise<LaunchedServer> {
  const logPath = join(dirname(cluster.pgdata), "server.log");
  const log = await open(logPath, "a", 0o600);
  try {
    if ((await log.stat()).size > LOG_LIMIT_BYTES) await truncate(logPath);
    const logStart = (await log.stat()).size;
    const [program, args] = startCommand(cluster);
    const child = spawn(program, args, {
      ...programOptions(dirname(cluster.pgdata), cluster.account),
      detached: true,
      windowsHide: true,
      stdio: ["ignore", log.fd, log.fd],
    });
    child.unref();

    const launched: { failure: string | undefined } = { failure: undefined };
    child.once("error", (error) => (launched.failure = error.message));
    child.once("exit", (code) => {
      // pg_ctl exits once the server runs; the server itself exits only if it failed or was
      // stopped.
      if (code === 0 && process.platform === "win32") return;
      void readFile(logPath).then(
        (bytes) =>
          (launched.failure =
            bytes.subarray(logStart).toString().trim() || `exit code ${String(code)}`),
        (error: Error) => (launched.failure = error.message),
      );
    });
    return launched;
  } finally {
    await log.close();
  }
}

/**
 * Shuts the server down, even with open connections, and waits until it is gone.
 *
 * @throws {Error} it does not stop
 */
export async function stopServer(cluster: Cluster, postmaster: Postmaster): Promise<void> {
  if (process.platform === "win32") {
    const args = [
      "stop",
      "-D",
      cluster.pgdata,
      "-m",
      "fast",
      "-t",
      String(SHUTDOWN_TIMEOUT_MS / 1000),
    ];
    await runProgram(cluster.binaries.pgCtl, args, dirname(cluster.pgdata), cluster.account);
    return;
  }

  // SIGINT is PostgreSQL's "fast shutdown" (postgresql.org/docs/18/server-shutdown.html).
  process.kill(postmaster.pid, "SIGINT");
  const deadline = Date.now() + SHUTDOWN_TIMEOUT_MS;
  while (await isServerOf(cluster.pgdata, postmaster.pid)) {
    if (Date.now() > deadline)
      throw new Error(`PostgreSQL (pid ${postmaster.pid}) did not stop within 60 s`);
    await delay(10);
  }
}

/**
 * On Windows pg_ctl starts the server, because it can give up administrator rights and `postgres`
 * insists on that.
 */
function startCommand({ binaries, pgdata }: Cluster): [string, string[]] {
  if (process.platform !== "win32") return [binaries.postgres, ["-D", pgdata]];
  return [binaries.pgCtl, ["start", "-w", "-D", pgdata]];
}
