import { type DataSource } from "typeorm";

import { type JobFilter, type JobList, type ListedJob } from "../../ports/job-list";
import { toFlags } from "./job-flags";

const JOBS = `
  select job.id::text, task.identifier as kind, attempts, created_at as "createdAt", run_at as "runAt",
    (select substr(flag, 8) from jsonb_object_keys(flags) flag where flag like 'branch:%' limit 1) as "branchId",
    payload ->> 'orderId' as "orderId",
    case
      when locked_at is not null then 'RUNNING'
      when attempts >= max_attempts then 'DEAD'
      when attempts > 0 then 'RETRYING'
      else 'QUEUED'
    end as state,
    case when last_error is not null then 'FAILED' when locked_at is null and attempts > 0 then 'WORKER_DIED' end as error
  from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id`;

const LISTED = `${JOBS}
  where ($1::text[] is null or flags ?| $1) and ($2::text[] is null or task.identifier = any ($2))`;

const MATCHING = `select * from (${LISTED}) listed where ($3::text[] is null or state = any ($3))`;

/** Reads what graphile-worker has not done yet. Never a payload: it may be about a guest. */
export class GraphileJobList implements JobList {
  constructor(private readonly db: DataSource) {}

  find(filter: JobFilter, limit: number, before: string | null): Promise<ListedJob[]> {
    const page = `${MATCHING} and ($4::bigint is null or id::bigint < $4) order by id::bigint desc limit $5`;
    return this.db.query<ListedJob[]>(page, [...parametersOf(filter), before, limit]);
  }

  byIds(ids: readonly string[]): Promise<ListedJob[]> {
    return this.db.query<ListedJob[]>(`${JOBS} where job.id = any ($1::bigint[])`, [ids]);
  }

  async count(filter: JobFilter): Promise<number> {
    const sql = `select count(*)::int as count from (${MATCHING}) matching`;
    return (await this.db.query<{ count: number }[]>(sql, parametersOf(filter)))[0]?.count ?? 0;
  }
}

function parametersOf({ branchIds, states, kinds }: JobFilter): unknown[] {
  return [branchIds?.flatMap((branchId) => toFlags({ branchId, queue: null })) ?? null, kinds, states];
}
