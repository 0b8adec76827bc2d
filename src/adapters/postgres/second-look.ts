import { type DataSource } from "typeorm";

import { type Topic } from "../../ports/event-feed";

/**
 * Everything that gets announced, according to the rows: a mark that changes with each change of
 * its topic, or no mark for anything that was not visible in the snapshot `$1`. The row without a
 * topic is the snapshot of this statement itself. It costs one index search per branch, however
 * many follow; "offset 0" keeps the planner from reading all events instead. Events of a
 * transaction that has not begun yet were restored from another cluster and are not new.
 */
const LOOK = `
  select '' as topic, pg_current_snapshot()::text as mark
  union all
  select 'catalogue:' || id, catalogue_version::text from branches
  union all
  select 'availability:' || branch.id, row(
    list.revision, list.read_at, menu.refreshed_at, menu.failing_since, settings.pos, branch.version)::text
  from branches branch
  left join stop_lists list on list.branch_id = branch.id
  left join pos_menus menu on menu.branch_id = branch.id
  left join branch_settings settings on settings.branch_id = branch.id
  union all
  select 'pos-key:' || key.id, row(
    key.state, key.trouble, key.blocked_until, key.token_number, key.token_expires_at,
    (select max(budget.paused_until) from pos_budgets budget where budget.key_id = key.id))::text
  from pos_keys key
  union all
  select distinct unnest(array['order:' || event.order_id, 'branch:' || event.branch_id]), null
  from branches branch cross join lateral (
    select order_id, branch_id from order_events
    where branch_id = branch.id and not pg_visible_in_snapshot(xid, $1::pg_snapshot)
      and xid >= pg_snapshot_xmin($1::pg_snapshot) and xid < pg_snapshot_xmax(pg_current_snapshot())
    offset 0
  ) event`;

interface Seen {
  readonly topic: Topic | "";
  readonly mark: string | null;
}

/** Checks what has changed, for those that were not notified: one statement for all of them. */
export class SecondLook {
  private snapshot: string | null = null;
  private marks = new Map<Topic, string>();

  constructor(private readonly db: DataSource) {}

  /** Returns what may have changed since the last check; undefined means that anything may have. */
  async changes(): Promise<Topic[] | undefined> {
    const seen = await this.db.query<Seen[]>(LOOK, [this.snapshot]);
    const before = { snapshot: this.snapshot, marks: this.marks };
    const snapshot = seen.find(({ topic }) => topic === "")?.mark ?? null;
    this.snapshot = snapshot;
    this.marks = new Map(
      seen.flatMap(({ topic, mark }) => (topic === "" || mark === null ? [] : [[topic, mark]])),
    );
    if (before.snapshot === null || snapshot === null || endOf(snapshot) < endOf(before.snapshot))
      return undefined;
    const isNew = ({ topic, mark }: Seen) =>
      mark === null || before.marks.get(topic as Topic) !== mark;
    const gone = [...before.marks.keys()].filter((topic) => !this.marks.has(topic));
    return [
      ...seen.filter((row) => row.topic !== "" && isNew(row)).map(({ topic }) => topic as Topic),
      ...gone,
    ];
  }
}

/**
 * The first transaction that had not begun. It only grows, unless the database is a different one:
 * restored, or failed over.
 */
function endOf(snapshot: string): bigint {
  return BigInt(snapshot.split(":")[1] ?? 0);
}
