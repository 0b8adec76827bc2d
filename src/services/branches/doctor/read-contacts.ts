import { type DataSource } from "typeorm";

import { type BranchSettings } from "../../../entities/branches/branch-settings";
import { OrganizationContact } from "../../../entities/branches/organization-contact";
import { type Clock } from "../../../ports/clock";
import { type LostOrganizations } from "../../pos/lost-organizations";

/** What the gateway itself knows about its communication with the POS, without asking the POS. */
export interface Contacts {
  /** When the branch's organization last sent a web hook, and when it was last polled for news. */
  readonly webhookAt: Date | null;
  readonly polledAt: Date | null;
  /** The last status news within a day that a poll found before any web hook reported it. */
  readonly polledNewsAt: Date | null;
  /** Since when the branch's key has been unable to query its organization; null: it can. */
  readonly lostAt: Date | null;
  /** The organizations that the same key has lost and that other branches use. */
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

/** Accurate to half of the round-trip time of the query. */
async function databaseAheadMs(db: DataSource, clock: Clock): Promise<number> {
  const asked = clock.now().getTime();
  const [row] = await db.query<{ now: Date }[]>("select clock_timestamp() as now");
  const between = (asked + clock.now().getTime()) / 2;
  return (row?.now.getTime() ?? between) - between;
}
