import { type DataSource } from "typeorm";

import { type JobState } from "../domain/jobs/job-state";
import { type JobFilter, type JobList, type ListedJob } from "../ports/job-list";

const MAX_ID = "9223372036854775807";

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

/** The same states as conditions, so that a single state is found by its index. */
const STATES: Readonly<Record<JobState, string>> = {
  RUNNING: "owner is not null",
  DEAD: "dead and owner is null",
  RETRYING: "owner is null and not dead and attempts > 0",
  QUEUED: "owner is null and not dead and attempts = 0",
  SUCCEEDED: "false",
};

function matching({ states }: JobFilter): string {
  const inState = (states ?? []).map((state) => `(${STATES[state]})`).join(" or ") || "false";
  return `where ($1::text[] is null or branch_id = any ($1)) and ($2::text[] is null or task = any ($2))
    and (${states === null ? "true" : inState})`;
}

/** Reads unfinished jobs. Never reads a payload, because it may be about a guest. */
export class PostgresJobList implements JobList {
  constructor(private readonly db: DataSource) {}

  find(filter: JobFilter, limit: number, before: string | null): Promise<ListedJob[]> {
    const page = `${JOBS} ${matching(filter)} and id < coalesce($3::bigint, ${MAX_ID}) order by jobs.id desc limit $4`;
    return this.db.query<ListedJob[]>(page, [...parametersOf(filter), before, limit]);
  }

  byIds(ids: readonly string[]): Promise<ListedJob[]> {
    return this.db.query<ListedJob[]>(`${JOBS} where id = any ($1::bigint[])`, [ids]);
  }

  async count(filter: JobFilter, most: number): Promise<number> {
    const sql = `select count(*)::int as count from (select from jobs ${matching(filter)} limit $3) found`;
    const [row] = await this.db.query<{ count: number }[]>(sql, [...parametersOf(filter), most]);
    return row?.count ?? 0;
  }
}

function parametersOf({ branchIds, kinds }: JobFilter): unknown[] {
  return [branchIds, kinds];
}
