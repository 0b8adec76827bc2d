import { type JobPool } from "./job-pool";
import { puttingBack } from "./put-back";

interface Held {
  readonly id: string;
  readonly generation: number;
}

const HELD = "select id::text, generation from jobs where owner = $1";

const FREE = puttingBack(
  "owner = $1 and (id, generation) in (select * from unnest($2::bigint[], $3::int[]))",
  "attempts = greatest(attempts - 1, 0)",
);

/**
 * Releases jobs that this living process holds although none of its workers is running them: the
 * answer that delivered them was lost.
 */
export class AbandonedJobs {
  private suspects = new Set<string>();

  /** @param isKnown whether a worker is running the job, or its ending is still to be written */
  constructor(
    private readonly pool: JobPool,
    private readonly isKnown: (job: Held) => boolean,
  ) {}

  /** Anything seen twice in a row was not just about to begin or to end. */
  async look(owner: string | null): Promise<void> {
    if (owner === null) return;
    const held = await this.pool.rows<Held>(HELD, [owner]);
    const idle = held.filter((job) => !this.isKnown(job));
    const abandoned = idle.filter((job) => this.suspects.has(nameOf(job)));
    this.suspects = new Set(idle.map(nameOf));
    if (abandoned.length === 0) return;
    await this.pool.rows(FREE, [
      owner,
      abandoned.map(({ id }) => id),
      abandoned.map(({ generation }) => generation),
    ]);
  }
}

function nameOf({ id, generation }: Held): string {
  return `${id} ${generation}`;
}
