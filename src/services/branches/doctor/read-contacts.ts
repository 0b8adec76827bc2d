import { type DataSource } from "typeorm";

import { type BranchSettings } from "../../../entities/branches/branch-settings";
import { OrganizationContact } from "../../../entities/branches/organization-contact";
import { type Clock } from "../../../ports/clock";
import { type LostOrganizations } from "../../pos/lost-organizations";

/** What the gateway itself knows of its talk with the POS, read without asking it. */
export interface Contacts {
  /** When the branch's organization was last heard by web hook, and last asked for news. */
  readonly webhookAt: Date | null;
  readonly polledAt: Date | null;
  /** The last news of a status, within a day, that no web hook had told before a poll did. */
  readonly polledNewsAt: Date | null;
  /** Since when the branch's key may not ask about its organization; null: it may. */
  readonly lostAt: Date | null;
  /** The organizations that the same key has lost and other branches name. */
  readonly lostByOthers: readonly string[];
  /** How far the database's clock is ahead of this machine's, in milliseconds. */
  readonly databaseAheadMs: number;
}

const POLLED_NEWS = `
select max(told.at) as at from orders o join order_events told on told.order_id = o.id
where o.branch_id = $1 and o.created_at > $2::timestamptz - interval '1 day'
  and told.detail ->> 'kind' = 'STATUS' and told.detail ->> 'observedBy' = 'POLL'`;

export async function readContacts(
  parts: {
    readonly db: DataSource;
    readonly machineClock: Clock;
    readonly lostOrganizations: LostOrganizations;
  },
  { branchId, organizationId }: BranchSettings,
): Promise<Contacts> {
  const { db, machineClock: clock, lostOrganizations } = parts;
  const contact =
    organizationId && (await db.manager.findOneBy(OrganizationContact, { organizationId }));
  const [news] = await db.query<{ at: Date | null }[]>(POLLED_NEWS, [branchId, clock.now()]);
  const lost = await lostOrganizations.ofKeyOf(branchId);
  return {
    webhookAt: (contact && contact.webhookAt) || null,
    polledAt: (contact && contact.polledAt) || null,
    polledNewsAt: news?.at ?? null,
    lostAt: lost.find((each) => each.organizationId === organizationId)?.lostAt ?? null,
    lostByOthers: lost.map((each) => each.organizationId).filter((id) => id !== organizationId),
    databaseAheadMs: await databaseAheadMs(db, clock),
  };
}

/** Exact to half of the question's way there and back. */
async function databaseAheadMs(db: DataSource, clock: Clock): Promise<number> {
  const asked = clock.now().getTime();
  const [row] = await db.query<{ now: Date }[]>("select clock_timestamp() as now");
  const between = (asked + clock.now().getTime()) / 2;
  return (row?.now.getTime() ?? between) - between;
}
