import { type DataSource } from "typeorm";

import { Batcher } from "../../../domain/concurrency/batcher";
import { type EventFeed } from "../../../ports/event-feed";
import { type BranchStopList } from "./read-stop-lists";

/** A question to a POS, and when the next one is due. */
interface Asked {
  readonly askedAt: Date;
  readonly nextAt: Date;
}

type ReadList = BranchStopList & Asked;
type SilentBranch = { readonly branchId: string } & Asked;

/** Of keys that answer at the same time. */
const KEYS_AT_ONCE = 200;

/**
 * Whoever has a list locked makes it due soon, and nobody waits for that: the others are as old
 * meanwhile.
 */
const free = (columns: string) => `
with asked as (
  select * from json_to_recordset($1::json) as a ("branchId" uuid, "askedAt" timestamptz, "nextAt" timestamptz${columns})
), free as (
  select list.branch_id from stop_lists list join asked on asked."branchId" = list.branch_id
  order by list.branch_id for no key update of list skip locked
)`;

/**
 * An answer to an earlier question never replaces one to a later one. A web hook may have made a
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

/** Keeps what POSes told of stop lists. What is told at the same time is written together. */
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

  /** Announces them, too: their age has changed even where nothing else has. */
  async store(lists: readonly BranchStopList[], { askedAt, nextAt }: Asked): Promise<void> {
    if (lists.length === 0) return;
    await this.lists.ask(
      lists.map(({ branchId, groups }) => ({ branchId, groups, askedAt, nextAt })),
    );
  }

  /** Keeps that the POS did not tell; what is known stays. */
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
