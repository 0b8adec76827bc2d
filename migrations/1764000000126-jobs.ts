import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Work that waits, and who is at it: tables of our own in place of graphile-worker's, whose jobs are moved over. */
export class Jobs1764000000126 implements MigrationInterface {
  name = "Jobs1764000000126";

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [JOBS, ...INDEXES, LEASES, ...UPKEEP]) await queryRunner.query(statement);
    for (const statement of [FORMER_WORKERS, TAKE_OVER, GIVE_BACK]) await queryRunner.query(statement);
  }

  /** An earlier version finds its work where it looks for it. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("select give_back_jobs()");
    await queryRunner.query("drop function give_back_jobs()");
    await queryRunner.query("drop function take_over_former_jobs(jsonb, text[])");
    await queryRunner.query("drop function former_workers()");
    await queryRunner.query("drop table worker_leases");
    await queryRunner.query("drop table jobs");
  }
}

/** branch_id is no reference, and '' is nobody's in particular: branches are counted along an index. */
const JOBS = `
  create table jobs (
    id bigint generated always as identity primary key,
    task text not null,
    lane text not null,
    priority smallint not null,
    branch_id text not null default '',
    key text,
    queue text,
    payload json not null,
    due_at timestamptz not null default clock_timestamp(),
    attempts integer not null default 0,
    crashes integer not null default 0,
    last_error text,
    dead boolean not null default false,
    owner uuid,
    generation integer not null default 0,
    created_at timestamptz not null default clock_timestamp()
  )`;

const INDEXES = [
  "create unique index jobs_waiting_key on jobs (key) where key is not null and owner is null and not dead",
  "create unique index jobs_running_queue on jobs (queue) where queue is not null and owner is not null",
  "create index jobs_waiting on jobs (lane, priority, branch_id, due_at) where owner is null and not dead",
  "create index jobs_suspected on jobs (lane, due_at) where owner is null and not dead and crashes >= 3",
  "create index jobs_running on jobs (owner) where owner is not null",
];

/** connection is the number of an advisory lock that the owner's connection holds; beat counts the renewals. */
const LEASES = `
  create table worker_leases (
    owner uuid primary key,
    connection integer not null,
    beat bigint not null default 0,
    until timestamptz not null
  )`;

/** Rows that come and go: whatever is gone would otherwise be searched through. */
const UPKEEP = ["jobs", "worker_leases"].map(
  (table) => `
    alter table ${table} set (
      fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000,
      autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 1000
    )`,
);

/** Of an earlier version: whether each worker that has jobs, or lives, still lives. */
const FORMER_WORKERS = `
  create function former_workers() returns table (worker text, alive boolean) language plpgsql as $$
  begin
    if to_regclass('graphile_worker._private_jobs') is null then return; end if;
    return query
      with held as (
        select oid::bigint as lock from (
          select objid as oid from pg_locks where locktype = 'advisory' and classid = 4701 and granted
            and database = (select oid from pg_database where datname = current_database())
        ) locks
      ), holders as (
        select distinct locked_by from graphile_worker._private_jobs where locked_by is not null
      )
      select locked_by, exists (select from held where lock = hashtext(locked_by)::bit(32)::bigint) from holders
      union all
      select null, true from held;
  end $$`;

/**
 * Moves jobs of an earlier version that nobody is at, at most 500. Where one of ours waits under the same key, ours stays,
 * at the earlier time. Returns how many are left; null without such tables.
 */
const TAKE_OVER = `
  create function take_over_former_jobs(places jsonb, dead_workers text[]) returns bigint language plpgsql as $$
  begin
    if to_regclass('graphile_worker._private_jobs') is null then return null; end if;
    with taken as (
      select job.id from graphile_worker._private_jobs job
      where locked_by is null or locked_by = any (dead_workers)
      order by job.id limit 500 for update skip locked
    ), moved as (
      delete from graphile_worker._private_jobs job using taken, graphile_worker._private_tasks task
      where job.id = taken.id and task.id = job.task_id and places ? task.identifier
      returning job.*, task.identifier as task
    )
    insert into jobs as ours (
      task, lane, priority, branch_id, key, queue, payload, due_at, attempts, last_error, dead, created_at
    )
    select moved.task, places -> moved.task ->> 'lane', (places -> moved.task ->> 'priority')::smallint,
      coalesce((select substr(flag, 8) from jsonb_object_keys(flags) flag where flag like 'branch:%' limit 1), ''),
      moved.key, (select substr(flag, 7) from jsonb_object_keys(flags) flag where flag like 'queue:%' limit 1),
      moved.payload, moved.run_at, case when moved.last_error is null then 0 else moved.attempts end, moved.last_error,
      moved.attempts >= moved.max_attempts and moved.locked_by is null, moved.created_at
    from moved
    where not (moved.key is null and moved.attempts >= moved.max_attempts and moved.last_error is null)
    order by moved.id
    on conflict (key) where key is not null and owner is null and not dead
      do update set due_at = least(ours.due_at, excluded.due_at);
    return (select count(*) from graphile_worker._private_jobs);
  end $$`;

/** Moves all jobs to where an earlier version looks for them, as nobody's. Returns how many; 0 without such tables. */
const GIVE_BACK = `
  create function give_back_jobs() returns bigint language plpgsql as $$
  declare
    given bigint;
  begin
    if to_regclass('graphile_worker._private_jobs') is null then return 0; end if;
    insert into graphile_worker._private_tasks (identifier) select distinct task from jobs on conflict do nothing;
    with given_back as (delete from jobs returning *)
    insert into graphile_worker._private_jobs (task_id, payload, run_at, key, flags, priority, attempts, max_attempts, last_error)
    select task.id, job.payload, job.due_at,
      case when not job.dead and row_number() over (partition by job.key order by job.owner nulls first, job.id desc) = 1
        then job.key end,
      nullif(jsonb_strip_nulls(jsonb_build_object('queue:' || coalesce(job.queue, ''), case when job.queue is null then null else true end,
        'branch:' || job.branch_id, case when job.branch_id = '' then null else true end)), '{}'),
      job.priority, case when job.dead then 5760 else 0 end, 5760, job.last_error
    from given_back job join graphile_worker._private_tasks task on task.identifier = job.task
    on conflict (key) do nothing;
    get diagnostics given = row_count;
    return given;
  end $$`;
