import { type DataSource } from "typeorm";

import { type Viewer } from "../../domain/access/viewer";
import { isUuid } from "../../domain/ids";
import { type FallbackKind } from "../../entities/branches/branch-settings";
import { type Clock } from "../../ports/clock";

/** How a staff channel has worked in the last day. */
interface ChannelContact {
  readonly kind: FallbackKind;
  readonly target: string;
  /** null: no message was sent through it in the last day. */
  readonly lastSentAt: Date | null;
  /** Messages that it has not accepted yet. */
  readonly waiting: number;
  /** Its last error for a message that it has not accepted; null: there was none. */
  readonly error: string | null;
}

/** Contact with a branch, as far as the gateway knows without asking anybody. */
export interface BranchContact {
  readonly branchId: string;
  readonly posHeardAt: Date | null;
  readonly lastInTillAt: Date | null;
  readonly channels: readonly ChannelContact[];
}

type Row = Omit<BranchContact, "channels"> & {
  readonly channels: (Omit<ChannelContact, "lastSentAt"> & {
    readonly lastSentAt: string | null;
  })[];
};

/**
 * For each branch, its newest order that the till has and one day's messages; uses indexes of
 * orders.
 */
const CONTACTS = `
select s.branch_id as "branchId", greatest(c.webhook_at, c.polled_at) as "posHeardAt",
  (select o.created_at from orders o where o.branch_id = s.branch_id and o.injection_state = 'IN_POS'
   order by o.created_at desc limit 1) as "lastInTillAt",
  coalesce((select jsonb_agg(jsonb_build_object('kind', t.way ->> 'kind', 'target', t.way ->> 'target',
      'lastSentAt', told.last, 'waiting', told.waiting, 'error', told.error) order by t.place)
    from jsonb_array_elements(s.fallback) with ordinality as t (way, place)
    cross join lateral (
      select max(d.sent_at) as last,
        count(*) filter (where d.sent_at is null and d.given_up_at is null)::int as waiting,
        (array_agg(d.error order by o.created_at desc)
          filter (where d.sent_at is null and d.error is not null))[1] as error
      from orders o join fallback_deliveries d on d.order_id = o.id
      where o.branch_id = s.branch_id and o.created_at > $1::timestamptz - interval '1 day'
        and d.kind = t.way ->> 'kind' and d.target = t.way ->> 'target') told
    where (t.way ->> 'enabled')::boolean), '[]') as channels
from (
  select * from branch_settings
  where ($2::uuid[] is null or branch_id = any ($2)) and ($3::uuid[] is null or branch_id = any ($3))
    and ($4::uuid is null or branch_id > $4)
  order by branch_id limit $5
) s left join organization_contacts c on c.organization_id_in_pos = s.organization_id_in_pos
order by s.branch_id`;

interface ContactsAsked {
  /** null: all branches for which the viewer works. */
  readonly branchIds: readonly string[] | null;
  readonly first: number;
  /** The last branch on the previous page; null starts at the beginning. */
  readonly after: string | null;
}

export class FindBranchContacts {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns one page, ordered by branch id. Asks neither the POS nor a channel; changes nothing.
   */
  async execute(
    viewer: Viewer,
    { branchIds, first, after }: ContactsAsked,
  ): Promise<BranchContact[]> {
    if (viewer.kind !== "key") return [];
    const asked = branchIds?.filter(isUuid) ?? null;
    const values = [this.clock.now(), viewer.branchIds, asked, after, first];
    const rows = await this.db.query<Row[]>(CONTACTS, values);
    return rows.map((row) => ({
      ...row,
      channels: row.channels.map(({ lastSentAt, ...channel }) => ({
        ...channel,
        lastSentAt: lastSentAt === null ? null : new Date(lastSentAt),
      })),
    }));
  }
}
