import { type DataSource } from "typeorm";

import { type JobFilter, type JobList, type ListedJob } from "../ports/job-list";

const JOBS = `
  select id::text, task as kind, attempts, created_at as "createdAt", due_at as "runAt",
    nullif(branch_id, '') as "branchId", payload ->> 'orderId' as "orderId",
    case
      when owner is not null then 'RUNNING'
      when dead then 'DEAD'
      when attempts > 0 then 'RETRYING'
      else 'QUEUED'
    end as state,
    case when last_error is not null then 'FAILED' when owner is null and attempts > 0 then 'WORKER_DIED' end as error
  from jobs`;

const LISTED = `${JOBS} where ($1::text[] is null or branch_id = any ($1)) and ($2::text[] is null or task = any ($2))`;

const MATCHING = `select * from (${LISTED}) listed where ($3::text[] is null or state = any ($3))`;

/** Reads the jobs that are not done. Never a payload: it may be about a guest. */
export class PostgresJobList implements JobList {
  constructor(private readonly db: DataSource) {}

  find(filter: JobFilter, limit: number, before: string | null): Promise<ListedJob[]> {
    const page = `${MATCHING} and ($4::bigint is null or id::bigint < $4) order by id::bigint desc limit $5`;
    return this.db.query<ListedJob[]>(page, [...parametersOf(filter), before, limit]);
  }

  byIds(ids: readonly string[]): Promise<ListedJob[]> {
    return this.db.query<ListedJob[]>(`${JOBS} where id = any ($1::bigint[])`, [ids]);
  }

  async count(filter: JobFilter): Promise<number> {
    const sql = `select count(*)::int as count from (${MATCHING}) matching`;
    return (await this.db.query<{ count: number }[]>(sql, parametersOf(filter)))[0]?.count ?? 0;
  }
}

function parametersOf({ branchIds, states, kinds }: JobFilter): unknown[] {
  return [branchIds, kinds, states];
}
