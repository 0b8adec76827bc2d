import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { EmbeddedPostgres } from "../packages/embedded-postgres/src/embedded-postgres";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs `work` on an empty PostgreSQL server that is removed afterwards, even when a signal ends the
 * work early. BENCH_DATABASE_URL names another server to use.
 */
export async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const given = process.env["BENCH_DATABASE_URL"];
  if (given) return work(given);
  const interrupted = untilInterrupted();
  const dataDir = await mkdtemp(join(tmpdir(), "gateway-bench-"));
  const postgres = new EmbeddedPostgres({ dataDir });
  try {
    return await Promise.race([postgres.start().then(({ url }) => work(url)), interrupted]);
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/**
 * @throws when the process receives a signal to end; later signals are ignored, so that nothing is
 *   left behind
 */
export function untilInterrupted(): Promise<never> {
  return new Promise((_, reject) => {
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        // Children get the signal too: calls that are still talking to them fail, and must not
        // prevent the server from being stopped.
        process.on("uncaughtException", () => undefined);
        reject(new Error(`Ended early by ${signal}`));
      });
    }
  });
}
