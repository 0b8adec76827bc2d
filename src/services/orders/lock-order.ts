import { type EntityManager } from "typeorm";

import { Order } from "../../entities/order";
import { prepared } from "../../ports/prepared";
import { readRows, toRow } from "./order-rows";

/** What to do about orders that somebody else has locked: wait for them, or leave them out. */
export type Busy = "wait" | "skip";

/** The order with its row locked until `tx` ends: whoever changes an order holds this first. */
export async function lockOrder(tx: EntityManager, orderId: string): Promise<Order | null> {
  const [order] = await lockOrders(tx, [orderId]);
  return order ?? null;
}

/** The same for many, always in the order of their ids: so those who lock some of the same never wait in a circle. */
export function lockOrders(tx: EntityManager, orderIds: readonly string[], busy: Busy = "wait"): Promise<Order[]> {
  const skipping = busy === "skip" ? " skip locked" : "";
  return readRows(tx, Order, `where id = any ($1) order by id for no key update${skipping}`, [orderIds]);
}

/** Writes the named columns of a locked order. */
export function saveOrder(tx: EntityManager, order: Order, columns: readonly (keyof Order)[]): Promise<void> {
  return saveOrders(tx, [order], columns);
}

/** The same for any number of locked orders, in one statement. */
export async function saveOrders(
  tx: EntityManager,
  orders: readonly Order[],
  columns: readonly (keyof Order)[],
): Promise<void> {
  if (orders.length === 0) return;
  const written = ["version", ...columns] as const;
  const rows = orders.map((order) => toRow(tx, Order, Object.fromEntries(written.map((name) => [name, order[name]]))));
  const changes = Object.keys(rows[0] ?? {}).map((column) => `${column} = now.${column}`);
  await tx.query(
    prepared(
      `update orders set ${changes.join()} from jsonb_populate_recordset(null::orders, $1) now where orders.id = now.id`,
    ),
    [JSON.stringify(rows.map((row, index) => ({ ...row, id: orders[index]?.id })))],
  );
}
