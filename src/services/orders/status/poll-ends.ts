import { type DataSource } from "typeorm";

import { Batcher } from "../../../domain/concurrency/batcher";
import { markSeen } from "./mark-seen";

/** A web hook may arrive a little after the poll that reported the same. */
const LATE_HOOK_MS = 10_000;
const AT_ONCE = 500;

/** A poll that was answered. */
export interface PollEnd {
  readonly keyId: string;
  readonly organizationIds: readonly string[];
  /** How far the changes have been read. */
  readonly place: string;
  readonly polledAt: Date;
  /** POS ids of our orders about which it reported anything. */
  readonly told: readonly string[];
}

interface FailedPoll {
  readonly keyId: string;
  readonly notBefore: Date;
}

/**
 * Sets `untold_at` if an order has a status from this poll that is so old that a web hook should
 * have reported it.
 */
const DONE = `
with ended as (
  select * from json_to_recordset($1::json)
    as e ("keyId" text, "organizationIds" text[], place text, "polledAt" timestamptz, told text[])
)
insert into order_polls as poll (key_id, organization_ids_in_pos, place, polled_at, untold_at)
select "keyId", "organizationIds", place, "polledAt", case when exists (
    select from pos_orders sent join orders o on o.id = sent.order_id join order_events event on event.order_id = o.id
    where sent.id_in_pos = any (told) and o.pos_timestamp < extract(epoch from "polledAt") * 1000 - ${LATE_HOOK_MS}
      and event.at >= "polledAt" and event.detail ->> 'kind' = 'STATUS' and event.detail ->> 'observedBy' = 'POLL'
  ) then "polledAt" end
from ended order by "keyId"
on conflict (key_id) do update set organization_ids_in_pos = excluded.organization_ids_in_pos,
  place = excluded.place, polled_at = excluded.polled_at, not_before = null,
  untold_at = coalesce(excluded.untold_at, poll.untold_at)`;

const FAILED = `
update order_polls poll set not_before = failed."notBefore"
from json_to_recordset($1::json) as failed ("keyId" text, "notBefore" timestamptz) where poll.key_id = failed."keyId"`;

/** Records how polls ended; those that end simultaneously share their statements. */
export class PollEnds {
  private readonly ends = new Batcher((ends: readonly PollEnd[]) => this.write(ends), {
    most: AT_ONCE,
  });
  private readonly failures = new Batcher((failed: readonly FailedPoll[]) => this.fail(failed), {
    most: AT_ONCE,
  });

  constructor(private readonly db: DataSource) {}

  async done(end: PollEnd): Promise<void> {
    await this.ends.ask(end);
  }

  /** Its place stays, and the key is not polled before that time. */
  async failed(keyId: string, notBefore: Date): Promise<void> {
    await this.failures.ask({ keyId, notBefore });
  }

  private async write(ends: readonly PollEnd[]): Promise<readonly null[]> {
    const lastOfKeys = [...new Map(ends.map((end) => [end.keyId, end])).values()];
    await this.db.query(DONE, [JSON.stringify(lastOfKeys)]);
    const at = Math.max(...ends.map(({ polledAt }) => polledAt.getTime()));
    const organizationIds = new Set(ends.flatMap((end) => end.organizationIds));
    await markSeen(this.db.manager, [...organizationIds].sort(), "polled_at", new Date(at));
    return ends.map(() => null);
  }

  private async fail(failed: readonly FailedPoll[]): Promise<readonly null[]> {
    await this.db.query(FAILED, [JSON.stringify(failed)]);
    return failed.map(() => null);
  }
}
