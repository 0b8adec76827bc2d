import { type DataSource } from "typeorm";

import { type EventFeed } from "../../../ports/event-feed";
import { type BranchStopList } from "./read-stop-lists";

/** An answer to an earlier question never replaces one to a later one. A web hook may have made a list due sooner. */
const STORE = `
update stop_lists list set groups = seen.groups, read_at = $2, failing_since = null,
  revision = list.revision + (list.groups is distinct from seen.groups)::integer,
  due_at = least(list.due_at, $3)
from json_to_recordset($1) as seen ("branchId" uuid, groups jsonb)
where list.branch_id = seen."branchId" and (list.read_at is null or list.read_at <= $2)`;

const FAIL = `
update stop_lists set failing_since = coalesce(failing_since, $2), due_at = least(due_at, $3)
where branch_id = any($1)`;

/** Keeps what was read, in one statement, and announces it: its age has changed even where nothing else has. */
export async function storeStopLists(
  db: DataSource,
  feed: EventFeed,
  lists: readonly BranchStopList[],
  { askedAt, nextAt }: { readonly askedAt: Date; readonly nextAt: Date },
): Promise<void> {
  if (lists.length === 0) return;
  await db.transaction(async (tx) => {
    await tx.query(STORE, [JSON.stringify(lists), askedAt, nextAt]);
    await feed.announce(tx, ...lists.map(({ branchId }) => `availability:${branchId}` as const));
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
