import { type DataSource } from "typeorm";

import { type EventFeed } from "../../../ports/event-feed";
import { type BranchStopList } from "./read-stop-lists";

/**
 * Whoever has a list locked makes it due soon, and nobody waits for that: the others are as old
 * meanwhile.
 */
const FREE = `
with free as (
  select branch_id from stop_lists where branch_id = any ($1) order by branch_id for no key update skip locked
)`;

/**
 * An answer to an earlier question never replaces one to a later one. A web hook may have made a
 * list due sooner.
 */
const STORE = `${FREE}
update stop_lists list set groups = seen.groups, read_at = $2, failing_since = null,
  revision = list.revision + (list.groups is distinct from seen.groups)::integer,
  due_at = least(list.due_at, $3)
from free join json_to_recordset($4) as seen ("branchId" uuid, groups jsonb) on seen."branchId" = free.branch_id
where list.branch_id = free.branch_id and (list.read_at is null or list.read_at <= $2)`;

const FAIL = `${FREE}
update stop_lists list set failing_since = coalesce(failing_since, $2), due_at = least(due_at, $3)
from free where list.branch_id = free.branch_id`;

/**
 * Keeps what was read, in one statement, and announces it: its age has changed even where nothing
 * else has.
 */
export async function storeStopLists(
  db: DataSource,
  feed: EventFeed,
  lists: readonly BranchStopList[],
  { askedAt, nextAt }: { readonly askedAt: Date; readonly nextAt: Date },
): Promise<void> {
  if (lists.length === 0) return;
  await db.transaction(async (tx) => {
    const branchIds = lists.map(({ branchId }) => branchId);
    await tx.query(STORE, [branchIds, askedAt, nextAt, JSON.stringify(lists)]);
    await feed.announce(tx, ...branchIds.map((branchId) => `availability:${branchId}` as const));
  });
}

/** Keeps that the POS did not tell; what is known stays. */
export async function failStopLists(
  db: DataSource,
  branchIds: readonly string[],
  { since, nextAt }: { readonly since: Date; readonly nextAt: Date },
): Promise<void> {
  if (branchIds.length > 0) await db.query(FAIL, [branchIds, since, nextAt]);
}
