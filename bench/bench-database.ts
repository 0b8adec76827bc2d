import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { EmbeddedPostgres } from "../src/adapters/embedded-postgres/embedded-postgres";

/** Runs `work` on an empty PostgreSQL server, which is gone afterwards. BENCH_DATABASE_URL names another one to use. */
export async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const given = process.env["BENCH_DATABASE_URL"];
  if (given) return work(given);
  const dataDir = await mkdtemp(join(tmpdir(), "gateway-bench-"));
  const postgres = new EmbeddedPostgres({ dataDir });
  try {
    return await work((await postgres.start()).url);
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
