import { type EntityManager } from "typeorm";

import { type Clock } from "../ports/clock";
import { notifyAtCommit } from "../ports/commit-notices";
import {
  type AnyJob,
  type HeldJob,
  type JobOptions,
  type JobQueue,
  type NewJob,
  type TaskName,
  type Tasks,
} from "../ports/job-queue";
import { prepared } from "../ports/prepared";
import { columnsOf, endingHeld } from "./held-jobs";
import { TASK_PLACES } from "./task-list";

/** Less than the distance between the priorities of any two kinds of jobs. */
const BEHIND = 5;

/** The channel on which every process hears that a lane has work. */
export const JOB_CHANNEL = "gateway_jobs";

/**
 * A job waiting under the key is replaced; a running one continues, and the new one waits alongside
 * it.
 */
const ADD = prepared(`
  with spec as (
    select * from json_to_recordset($1::json) as s (
      task text, lane text, priority int, payload json, "delayMs" float8, key text, queue text, "branchId" text,
      "keepRunAt" boolean, firm boolean, "placeAt" timestamptz
    )
  )
  insert into jobs as job (task, lane, priority, branch_id, key, queue, payload, firm, due_at, place_at)
  select spec.task, spec.lane, spec.priority, coalesce(spec."branchId", ''), spec.key, spec.queue, spec.payload,
    coalesce(spec.firm, false),
    coalesce($2::timestamptz, clock_timestamp()) + coalesce(spec."delayMs", 0) * interval '1 ms',
    coalesce(spec."placeAt", clock_timestamp())
  from spec order by spec.key
  on conflict (key) where key is not null and owner is null and not dead do update set
    task = excluded.task, lane = excluded.lane, priority = excluded.priority, branch_id = excluded.branch_id,
    queue = excluded.queue, payload = excluded.payload, firm = excluded.firm, place_at = excluded.place_at,
    attempts = 0, crashes = 0, last_error = null,
    due_at = case
      when job.attempts = 0 and (select "keepRunAt" from spec where spec.key = job.key) then job.due_at
      else excluded.due_at
    end
  returning id, lane, due_at <= clock_timestamp() as due`);

// Planned each time, because a plan made while the table was small would read all of it.
const WITHDRAW = `
  with withdrawn as (delete from jobs where key = any ($1::text[]) and owner is null and not dead)
  ${endingHeld("$2", "$3", "$4")}`;

const PRESENT = `
  select key from jobs where key = any ($1::text[]) and owner is null and not dead
  union
  select key from jobs where owner is not null and key = any ($1::text[])`;

const REVIVE = `
  with dead as (
    select id, key from jobs where id = $1 and dead and owner is null for no key update
  ), newer as (
    select waiting.id, waiting.lane from jobs waiting join dead on waiting.key = dead.key
    where waiting.owner is null and not waiting.dead
  ), superseded as (
    delete from jobs using dead where jobs.id = dead.id and exists (select from newer)
  ), revived as (
    update jobs set dead = false, attempts = 0, crashes = 0, last_error = null, generation = generation + 1,
      due_at = coalesce($2::timestamptz, clock_timestamp())
    from dead where jobs.id = dead.id and not exists (select from newer)
    returning jobs.id, jobs.lane
  )
  select id::text, lane from newer union all select id::text, lane from revived`;

/** A job that is revived meanwhile stays. */
const FORGET_FAILED = `
  delete from jobs where dead and id = any (array(
    select id from jobs where dead and created_at < $1 order by created_at limit $2))`;

interface Added {
  readonly id: string;
  readonly lane: string;
  readonly due: boolean;
}

/** Job queue in a table of our own; jobs are added as part of the caller's transaction. */
export class PostgresJobQueue implements JobQueue {
  /**
   * @param clock measures pauses; defaults to the database's own clock. Tests turn theirs by hand
   */
  constructor(private readonly clock?: Clock) {}

  async enqueue<T extends TaskName>(
    tx: EntityManager,
    task: T,
    payload: Tasks[T],
    options: JobOptions = {},
  ): Promise<string> {
    const [id] = await this.enqueueAll(tx, task, [{ payload, options }]);
    if (id === undefined) throw new Error("A job that was added has an id");
    return id;
  }

  enqueueAll<T extends TaskName>(
    tx: EntityManager,
    task: T,
    jobs: readonly NewJob<T>[],
  ): Promise<readonly string[]> {
    return this.enqueueEach(
      tx,
      jobs.map((job) => ({ task, ...job }) as AnyJob),
    );
  }

  async enqueueEach(tx: EntityManager, jobs: readonly AnyJob[]): Promise<readonly string[]> {
    if (jobs.length === 0) return [];
    if (!tx.queryRunner?.isTransactionActive)
      return tx.transaction((inner) => this.enqueueEach(inner, jobs));
    const specs = jobs.map(({ task, payload, options }) => {
      const { lane, priority } = TASK_PLACES[task];
      return {
        task,
        lane,
        priority: priority + (options?.isBehind ? BEHIND : 0),
        payload,
        ...options,
      };
    });
    const added = await tx.query<Added[]>(ADD, [JSON.stringify(specs), this.clock?.now() ?? null]);
    for (const { lane, due } of added)
      if (due) notifyAtCommit(tx, { channel: JOB_CHANNEL, payload: lane });
    return added.map(({ id }) => id);
  }

  async withdraw(
    tx: EntityManager,
    keys: readonly string[],
    done: readonly HeldJob[] = [],
  ): Promise<void> {
    if (keys.length + done.length > 0) await tx.query(WITHDRAW, [keys, ...columnsOf(done)]);
  }

  async present(tx: EntityManager, keys: readonly string[]): Promise<ReadonlySet<string>> {
    if (keys.length === 0) return new Set();
    const rows = await tx.query<{ key: string }[]>(PRESENT, [keys]);
    return new Set(rows.map(({ key }) => key));
  }

  async revive(tx: EntityManager, id: string): Promise<string | null> {
    const [waiting] = await tx.query<Pick<Added, "id" | "lane">[]>(REVIVE, [
      id,
      this.clock?.now() ?? null,
    ]);
    if (!waiting) return null;
    notifyAtCommit(tx, { channel: JOB_CHANNEL, payload: waiting.lane });
    return waiting.id;
  }

  async forgetFailed(tx: EntityManager, before: Date, most: number): Promise<number> {
    const [, gone] = await tx.query<[unknown[], number]>(FORGET_FAILED, [before, most]);
    return gone;
  }
}
