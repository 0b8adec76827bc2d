import { type EntityManager } from "typeorm";

import { type Order } from "../../../entities/order";

/** Writes what their POS says of locked orders: status, courier, times. One statement for any number of them. */
export async function saveStatuses(tx: EntityManager, orders: readonly Order[]): Promise<void> {
  if (orders.length === 0) return;
  await tx.query(
    `update orders set
       version = now.version, status = now.status, raw_pos_status = now.raw_pos_status,
       status_changed_at = now.status_changed_at, pos_timestamp = now.pos_timestamp, pos_number = now.pos_number,
       courier = now.courier, estimated_at = now.estimated_at, promised_at = now.promised_at,
       tracking_url = now.tracking_url, cancel_reason = now.cancel_reason
     from jsonb_populate_recordset(null::orders, $1) now where orders.id = now.id`,
    [JSON.stringify(orders.map(rowOf))],
  );
}

function rowOf(order: Order): object {
  return {
    ...{ id: order.id, version: order.version, status: order.status, raw_pos_status: order.rawPosStatus },
    ...{ status_changed_at: order.statusChangedAt, pos_timestamp: order.posTimestamp, pos_number: order.posNumber },
    ...{ courier: order.courier, estimated_at: order.estimatedAt, promised_at: order.promisedAt },
    ...{ tracking_url: order.trackingUrl, cancel_reason: order.cancelReason },
  };
}
