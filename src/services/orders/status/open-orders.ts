import { type DataSource } from "typeorm";

import { STATES_NEVER_IN_TILL } from "../../../domain/orders/settled-states";
/** POSes forget an order after a week; more than this in one week means that a till closes none. */
const MOST = 5_000;

export interface OpenOrder {
  readonly posOrderId: string;
  readonly organizationId: string;
  readonly dueAt: Date;
}

/** Whose orders are meant: those that were sent to these organizations, or with this key. */
interface SentTo {
  readonly branchIds: readonly string[];
  readonly organizationIds: readonly string[];
  readonly keyId: string;
}

/**
 * The orders of these branches that a till may still change, under every id they were sent with,
 * the latest first.
 */
export async function openOrders(
  db: DataSource,
  { branchIds, organizationIds, keyId }: SentTo,
  now: Date,
): Promise<OpenOrder[]> {
  const rows = await db.query<{ pos_order_id: string; organization_id: string; due_at: Date }[]>(
    `select p.pos_order_id, coalesce(p.organization_id, s.organization_id) organization_id,
            coalesce(o.wanted_at, o.created_at) due_at
     from orders o
     join branch_settings s on s.branch_id = o.branch_id
     join pos_orders p on p.order_id = o.id
     where o.branch_id = any ($1) and o.status not in ('CLOSED', 'CANCELLED')
       and o.injection_state not in ${STATES_NEVER_IN_TILL}
       and (p.key_id = $4 and p.organization_id is not null or coalesce(p.organization_id, s.organization_id) = any ($5))
       and coalesce(o.wanted_at, o.created_at) > $2::timestamptz - interval '7 days'
     order by due_at desc limit $3`,
    [branchIds, now, MOST, keyId, organizationIds],
  );
  return rows.map((row) => ({
    posOrderId: row.pos_order_id,
    organizationId: row.organization_id,
    dueAt: row.due_at,
  }));
}
