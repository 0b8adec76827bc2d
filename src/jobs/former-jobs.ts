import { type JobPool } from "./job-pool";

/** Interval while no process adds or runs such jobs. */
const RARELY_MS = 30_000;

interface FormerWorker {
  /** null: a living worker, whichever it is. */
  readonly worker: string | null;
  readonly alive: boolean;
}

/**
 * Adopts what processes of an earlier version left behind: their jobs are in separate tables while
 * both versions run side by side. Jobs that their workers are running remain theirs until two
 * checks in a row find those workers gone.
 */
export class FormerJobs {
  private suspects = new Set<string>();
  private notBeforeMs = -Infinity;

  /** @param places where each kind of job belongs now */
  constructor(
    private readonly pool: JobPool,
    private readonly places: Readonly<
      Record<string, { readonly lane: string; readonly priority: number }>
    >,
  ) {}

  async look(): Promise<void> {
    if (performance.now() < this.notBeforeMs) return;
    const workers = await this.pool.rows<FormerWorker>(
      "select worker, alive from former_workers()",
      [],
    );
    const gone = workers.flatMap(({ worker, alive }) =>
      worker !== null && !alive ? [worker] : [],
    );
    const dead = gone.filter((worker) => this.suspects.has(worker));
    this.suspects = new Set(gone);
    const left = await this.takeOver(dead);
    const nobody = workers.length === 0 && !left;
    this.notBeforeMs = nobody ? performance.now() + RARELY_MS : -Infinity;
  }

  /** Returns how many are left; null: there have never been any in this database. */
  private async takeOver(dead: readonly string[]): Promise<number | null> {
    const sql = "select take_over_former_jobs($1, $2)::int as left";
    const [row] = await this.pool.rows<{ left: number | null }>(sql, [
      JSON.stringify(this.places),
      dead,
    ]);
    return row?.left ?? null;
  }
}
