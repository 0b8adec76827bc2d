import { type DataSource } from "typeorm";

import { type DoJob } from "../../src/jobs/do-job";
import { type Clock } from "../../src/ports/clock";
import { type TaskName } from "../../src/ports/job-queue";

interface Claimed {
  readonly id: string;
  readonly owner: string;
  readonly generation: number;
  readonly task: TaskName;
  readonly payload: unknown;
}

const OWNER = "00000000-0000-4000-8000-000000000000";
const WAITING = "owner is null and not dead and due_at <= $1";
const CLAIM = `
  update jobs set owner = '${OWNER}', generation = generation + 1, attempts = attempts + 1
  where id = (select id from jobs where ${WAITING} order by priority, due_at, id limit 1)
  returning id, owner, generation, task, payload`;
const AGAIN = `update jobs set owner = null, last_error = $2, due_at = $3 where id = $1`;

/** Runs jobs one after another, by a clock that the test controls. */
export class JobRunner {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly doJob: DoJob,
  ) {}

  /** When the next job is due, if that is by then. */
  async nextBy(end: Date): Promise<Date | undefined> {
    const next = `select due_at from jobs where ${WAITING} order by due_at limit 1`;
    return (await this.db.query<{ due_at: Date }[]>(next, [end]))[0]?.due_at;
  }

  /** @throws {Error} what the first failing job threw; the job is due again later */
  async runDue(): Promise<void> {
    const failures: unknown[] = [];
    for (let job = await this.claim(); job; job = await this.claim()) {
      try {
        await this.doJob(job.task, job.payload, job);
        await this.db.query("delete from jobs where id = $1 and owner is not null", [job.id]);
      } catch (error) {
        failures.push(error);
        await this.db.query(AGAIN, [
          job.id,
          String(error),
          new Date(this.clock.now().getTime() + 15_000),
        ]);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  private async claim(): Promise<Claimed | undefined> {
    const [claimed] = await this.db.query<[Claimed[], number]>(CLAIM, [this.clock.now()]);
    return claimed[0];
  }
}
