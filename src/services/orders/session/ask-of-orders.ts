import { type EntityManager } from "typeorm";

import { newId } from "../../../domain/ids";
import { isUnwanted } from "../../../domain/orders/decide-arrival";
import { type NewCommand } from "../../../domain/orders/effects";
import { type Text } from "../../../domain/texts/locale";
import { BranchSettings } from "../../../entities/branches/branch-settings";
import { type Order } from "../../../entities/orders/order";
import { readRows } from "../rows/order-rows";

/** Returns the settings of the orders' branches, by branch id. */
export async function settingsOf(
  tx: EntityManager,
  orders: readonly Order[],
): Promise<Map<string, BranchSettings>> {
  if (orders.length === 0) return new Map();
  const branchIds = [...new Set(orders.map(({ branchId }) => branchId))];
  const settings = await readRows(tx, BranchSettings, "where branch_id = any ($1)", [branchIds]);
  return new Map(settings.map((its) => [its.branchId, its]));
}

/** Returns the latest history entry of each locked order, by order id. */
export async function toldLast(
  tx: EntityManager,
  orders: readonly Order[],
): Promise<Map<string, Text>> {
  if (orders.length === 0) return new Map();
  const rows = await tx.query<{ orderId: string; summary: Text }[]>(
    `select order_id as "orderId", summary from orders join order_events on order_id = orders.id and sequence = version
     where orders.id = any ($1)`,
    [orders.map(({ id }) => id)],
  );
  return new Map(rows.map(({ orderId, summary }) => [orderId, summary]));
}

/**
 * For locked orders that have turned up in the POS although they were cancelled before: returns the
 * requests to cancel them there, in the words of the person who cancelled them.
 */
export async function wishesFor(
  tx: EntityManager,
  orders: readonly Order[],
  requestedAt: Date,
): Promise<Map<string, NewCommand>> {
  const unwanted = orders.filter(isUnwanted);
  if (unwanted.length === 0) return new Map();
  const wishes = await tx.query<{ orderId: string; actor: string | null; reason: string | null }[]>(
    `select distinct on (order_id) order_id as "orderId", actor, reason from order_commands
     where order_id = any ($1) and kind = 'CANCEL' order by order_id, requested_at desc`,
    [unwanted.map(({ id }) => id)],
  );
  return new Map(
    unwanted.map(({ id, posOrderId }) => {
      const { actor = null, reason = null } = wishes.find(({ orderId }) => orderId === id) ?? {};
      return [
        id,
        { id: newId(), idempotencyKey: `turned-up:${posOrderId}`, actor, reason, requestedAt },
      ];
    }),
  );
}
