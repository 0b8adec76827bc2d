import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { EmbeddedPostgres } from "../packages/embedded-postgres/src/embedded-postgres";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs `work` on an empty PostgreSQL server, which is gone afterwards, also when a signal ends the
 * work early. BENCH_DATABASE_URL names another one to use.
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
 * @throws when the process is told to end; later signals change nothing, so that nothing is left
 * behind
 */
export function untilInterrupted(): Promise<never> {
  return new Promise((_, reject) => {
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        // Children get the signal too: what still talks to them breaks, and must not keep the
        // server from being stopped.
        process.on("uncaughtException", () => undefined);
        reject(new Error(`Ended early by ${signal}`));
      });
    }
  });
}
