import { Pool } from "pg";

import { tellParent } from "../child";

/** What a worker reports to its parent at the start of every job. */
export interface Started {
  readonly id: string;
  /** Unix time in milliseconds, with fractions. */
  readonly at: number;
}

export function now(): number {
  return performance.timeOrigin + performance.now();
}

/**
 * Does the work of a job, named by the first word of its id: `note` does nothing, `hang` never
 * ends, `work` writes a row.
 */
export class Work {
  private readonly pool: Pool;

  constructor(databaseUrl: string) {
    this.pool = new Pool({ connectionString: databaseUrl, max: 4 });
  }

  /** @returns false when the job fails: `fail` does so on the first try */
  async perform(id: string): Promise<boolean> {
    tellParent({ id, at: now() } satisfies Started);
    if (id.startsWith("hang")) await new Promise(() => undefined);
    if (id.startsWith("note")) return true;
    const statement =
      "insert into bench_done (id, tries) values ($1, 1) on conflict (id) do update set tries = bench_done.tries + 1 returning tries";
    const { rows } = await this.pool.query<{ tries: number }>(statement, [id]);
    return !id.startsWith("fail") || (rows[0]?.tries ?? 0) > 1;
  }
}
