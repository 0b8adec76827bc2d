import { type DataSource } from "typeorm";

import { dueIn, isOpenAtTill } from "../../../domain/orders/open-orders";
import { STATES_NEVER_IN_TILL } from "../../../domain/orders/settled-states";
import { OrganizationsDenied } from "../../../errors";
import { can } from "../../../ports/pos/pos";
import { type PosChanges } from "../../../ports/pos/pos-changes";
import { type PosOrderUpdate } from "../../../ports/pos/pos-orders";
import { type PosAccess } from "../../pos/pos-connections";
import { type PolledPlaces } from "./polled-places";

const HOUR_MS = 3_600_000;

/**
 * Reads after a gap: what is due around the open orders, and by id those that the POS has moved to
 * another day.
 */
export async function readAnew(
  db: DataSource,
  { access, organizations, branchIds }: PolledPlaces,
  now: Date,
): Promise<PosChanges> {
  const organizationIds = organizations.map(({ organizationId }) => organizationId);
  const open = await openOrders(db, { branchIds, organizationIds, keyId: access.id }, now);
  // A POS that does not report changes is asked for each open order.
  const { updates, place } = can(access.pos, "changes")
    ? await access.pos.ordersDue(access.credential, organizations, periodOf(open, now))
    : { updates: [], place: "" };
  const seen = new Set(updates.map(({ posOrderId }) => posOrderId));
  const missing = open.filter(({ posOrderId }) => !seen.has(posOrderId));
  const looks = [...new Set(missing.map(({ organizationId }) => organizationId))].map(
    (organizationId) => probe(access, organizationId, missing),
  );
  return { updates: [...updates, ...(await Promise.all(looks)).flat()], place };
}

/**
 * An order may have been moved to an organization that the key cannot see: that must not hold up
 * the others.
 */
async function probe(
  { pos, credential }: PosAccess,
  organizationId: string,
  missing: readonly OpenOrder[],
): Promise<PosOrderUpdate[]> {
  const there = missing.filter((order) => order.organizationId === organizationId);
  const ids = there.map(({ posOrderId }) => posOrderId);
  try {
    return await pos.findOrders(credential, organizationId, ids);
  } catch (error) {
    if (error instanceof OrganizationsDenied) return [];
    throw error;
  }
}

/** POSes promise an order for soon after it was placed, or for when the guest wants it. */
function periodOf(open: readonly OpenOrder[], now: Date): { from: Date; to: Date } {
  const due = open.map(({ dueAt }) => dueAt.getTime());
  const from = Math.min(now.getTime(), ...due) - HOUR_MS;
  return { from: new Date(from), to: new Date(now.getTime() + 12 * HOUR_MS) };
}

/** POSes delete an order after a week; more than this in one week means that a till closes none. */
const MOST = 5_000;

interface OpenOrder {
  readonly posOrderId: string;
  readonly organizationId: string;
  readonly dueAt: Date;
}

/** Which orders are meant: those that were sent to these organizations, or with this key. */
interface SentTo {
  readonly branchIds: readonly string[];
  readonly organizationIds: readonly string[];
  readonly keyId: string;
}

/**
 * Returns the orders of these branches that a POS may still change, under every id they were sent
 * with, the latest first.
 */
async function openOrders(
  db: DataSource,
  { branchIds, organizationIds, keyId }: SentTo,
  now: Date,
): Promise<OpenOrder[]> {
  const rows = await db.query<{ id_in_pos: string; organization_id: string; due_at: Date }[]>(
    `select p.id_in_pos, coalesce(p.organization_id_in_pos, s.organization_id_in_pos) organization_id,
            ${dueIn("o")} due_at
     from orders o
     join branch_settings s on s.branch_id = o.branch_id
     join pos_orders p on p.order_id = o.id
     where o.branch_id = any ($1) and ${isOpenAtTill("o", "$2::timestamptz")}
       and o.injection_state not in ${STATES_NEVER_IN_TILL}
       and (p.key_id = $4 and p.organization_id_in_pos is not null or coalesce(p.organization_id_in_pos, s.organization_id_in_pos) = any ($5))
     order by due_at desc limit $3`,
    [branchIds, now, MOST, keyId, organizationIds],
  );
  return rows.map((row) => ({
    posOrderId: row.id_in_pos,
    organizationId: row.organization_id,
    dueAt: row.due_at,
  }));
}
