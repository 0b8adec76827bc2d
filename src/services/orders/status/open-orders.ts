import { type DataSource } from "typeorm";

/** POSes forget an order after a week; more than this in one week means that a till closes none. */
const MOST = 5_000;

export interface OpenOrder {
  readonly posOrderId: string;
  readonly organizationId: string;
  readonly dueAt: Date;
}

/** The orders of these branches that a till may still change, the latest first. */
export async function openOrders(db: DataSource, branchIds: readonly string[], now: Date): Promise<OpenOrder[]> {
  const rows = await db.query<{ pos_order_id: string; organization_id: string; due_at: Date }[]>(
    `select o.pos_order_id, coalesce(p.organization_id, s.organization_id) organization_id,
            coalesce(o.wanted_at, o.created_at) due_at
     from orders o
     join branch_settings s on s.branch_id = o.branch_id
     join pos_orders p on p.pos_order_id = o.pos_order_id
     where o.branch_id = any ($1) and o.status not in ('CLOSED', 'CANCELLED')
       and o.injection_state not in ('CANCELLED_BEFORE_SEND', 'NOT_REQUIRED') and s.organization_id is not null
       and coalesce(o.wanted_at, o.created_at) > $2::timestamptz - interval '7 days'
     order by due_at desc limit $3`,
    [branchIds, now, MOST],
  );
  return rows.map((row) => ({
    ...{ posOrderId: row.pos_order_id, organizationId: row.organization_id },
    dueAt: row.due_at,
  }));
}
