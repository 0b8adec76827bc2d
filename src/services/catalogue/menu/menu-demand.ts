import { type DataSource } from "typeorm";

/** Warming more would delay the start for menus for which there is no room. */
const MOST_WARMED = 5_000;

/** In the same order in all processes, so that none waits for another. */
const RECORD = `
insert into menu_demand (branch_id, asked_at)
select id, now() from branches where id = any ($1) order by id
on conflict (branch_id) do update set asked_at = excluded.asked_at`;

/** Records which branches guests look at, so that a starting process reads their menus first. */
export class MenuDemand {
  constructor(private readonly db: DataSource) {}

  /** Safe to repeat. */
  async record(branchIds: readonly string[]): Promise<void> {
    if (branchIds.length > 0) await this.db.query(RECORD, [branchIds]);
  }

  /** The most recently requested branches come first, those that nobody requested come last. */
  async latest(): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(
      `select branch.id from branches branch left join menu_demand demand on demand.branch_id = branch.id
       order by demand.asked_at desc nulls last, branch.id limit ${MOST_WARMED}`,
    );
    return rows.map(({ id }) => id);
  }
}
