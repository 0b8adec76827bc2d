import { type DataSource } from "typeorm";

/** Number of the database's standbys, by whether commits wait for them. */
export interface Standbys {
  readonly synchronous: number;
  readonly asynchronous: number;
}

/**
 * Every role may see how many standbys there are and whether any are named as synchronous, but only
 * a role with monitoring rights (`pg_monitor`) may see which is which. Without those rights, one of
 * them counts as synchronous where any is named.
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
