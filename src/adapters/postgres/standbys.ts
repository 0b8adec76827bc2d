import { type DataSource } from "typeorm";

/** The database's standbys, by whether a commit waits for them. */
export interface Standbys {
  readonly synchronous: number;
  readonly asynchronous: number;
}

/**
 * Every role may know how many there are, and which are named as synchronous; which is which only
 * one with rights to monitor (`pg_monitor`). Without those one of them is taken for synchronous
 * where any is named.
 */
const STANDBYS = `
  select count(*)::int as all, case
    when current_setting('synchronous_standby_names') = '' then 0
    when current_setting('synchronous_commit') in ('off', 'local') then 0
    when count(sync_state) = 0 then least(count(*), 1)::int
    else (count(*) filter (where sync_state in ('sync', 'quorum')))::int
  end as synchronous
  from pg_stat_replication where state is distinct from 'backup'`;

/** @throws {Error} the database does not answer */
export async function standbysOf(db: Pick<DataSource, "query">): Promise<Standbys> {
  const rows = await db.query<{ all: number; synchronous: number }[]>(STANDBYS);
  const { all, synchronous } = rows[0] ?? { all: 0, synchronous: 0 };
  return { synchronous, asynchronous: all - synchronous };
}
