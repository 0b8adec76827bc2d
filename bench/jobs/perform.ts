import { Pool } from "pg";

import { tellParent } from "../child";

/** What a worker tells its parent at the start of every job. */
export interface Started {
  readonly id: string;
  /** Unix milliseconds, with fractions. */
  readonly at: number;
}

export function now(): number {
  return performance.timeOrigin + performance.now();
}

/**
 * The work of a job, named by the first word of its id: `note` does nothing, `hang` never ends,
 * `work` leaves a row.
 */
export class Work {
  private readonly pool: Pool;

  constructor(databaseUrl: string) {
    this.pool = new Pool({ connectionString: databaseUrl, max: 4 });
  }

  /** @returns false when the job fails: `fail` does so until it was tried once */
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
