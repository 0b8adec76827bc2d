import { type DataSource } from "typeorm";

import { Batcher } from "../../../domain/concurrency/batcher";
import { type EventFeed } from "../../../ports/event-feed";
import { type BranchStopList } from "./read-stop-lists";

/** When a POS was asked, and when the next request is due. */
interface Asked {
  readonly askedAt: Date;
  readonly nextAt: Date;
}

type ReadList = BranchStopList & Asked;
type SilentBranch = { readonly branchId: string } & Asked;

/** For keys whose answers arrive at the same time. */
const KEYS_AT_ONCE = 200;

/**
 * Whoever holds a lock on a list makes it due soon, so it is skipped rather than waited for:
 * otherwise the other lists would get old in the meantime.
 */
const free = (columns: string) => `
with asked as (
  select * from json_to_recordset($1::json) as a ("branchId" uuid, "askedAt" timestamptz, "nextAt" timestamptz${columns})
), free as (
  select list.branch_id from stop_lists list join asked on asked."branchId" = list.branch_id
  order by list.branch_id for no key update of list skip locked
)`;

/**
 * The answer to an earlier request never replaces that to a later one. A web hook may have made a
 * list due sooner.
 */
const STORE = `${free(", groups jsonb")}
update stop_lists list set groups = asked.groups, read_at = asked."askedAt", failing_since = null,
  revision = list.revision + (list.groups is distinct from asked.groups)::integer,
  due_at = least(list.due_at, asked."nextAt")
from free join asked on asked."branchId" = free.branch_id
where list.branch_id = free.branch_id and (list.read_at is null or list.read_at <= asked."askedAt")`;

const FAIL = `${free("")}
update stop_lists list set failing_since = coalesce(failing_since, asked."askedAt"),
  due_at = least(due_at, asked."nextAt")
from free join asked on asked."branchId" = free.branch_id where list.branch_id = free.branch_id`;

/**
 * Stores what the POSes reported about stop lists. Reports that arrive at the same time are written
 * together.
 */
export class StoreStopLists {
  private readonly lists = new Batcher(
    (read: readonly (readonly ReadList[])[]) => this.write(read),
    {
      most: KEYS_AT_ONCE,
    },
  );
  private readonly silent = new Batcher(
    (failed: readonly (readonly SilentBranch[])[]) => this.fail(failed),
    { most: KEYS_AT_ONCE },
  );

  constructor(
    private readonly db: DataSource,
    private readonly feed: EventFeed,
  ) {}

  /** Also announces them: their age has changed even if nothing else has. */
  async store(lists: readonly BranchStopList[], { askedAt, nextAt }: Asked): Promise<void> {
    if (lists.length === 0) return;
    await this.lists.ask(
      lists.map(({ branchId, groups }) => ({ branchId, groups, askedAt, nextAt })),
    );
  }

  /** Records that the POS did not report; what is known stays. */
  async noteSilence(branchIds: readonly string[], { askedAt, nextAt }: Asked): Promise<void> {
    if (branchIds.length === 0) return;
    await this.silent.ask(branchIds.map((branchId) => ({ branchId, askedAt, nextAt })));
  }

  private async write(read: readonly (readonly ReadList[])[]): Promise<readonly null[]> {
    const lists = read.flat();
    await this.db.transaction(async (tx) => {
      await tx.query(STORE, [JSON.stringify(lists)]);
      await this.feed.announce(
        tx,
        ...lists.map(({ branchId }) => `availability:${branchId}` as const),
      );
    });
    return read.map(() => null);
  }

  private async fail(failed: readonly (readonly SilentBranch[])[]): Promise<readonly null[]> {
    await this.db.query(FAIL, [JSON.stringify(failed.flat())]);
    return failed.map(() => null);
  }
}
