import { type EntityManager } from "typeorm";

import { Order } from "../../entities/order";

/** The order with its row locked until `tx` ends: whoever changes an order holds this first. */
export function lockOrder(tx: EntityManager, orderId: string): Promise<Order | null> {
  return tx.findOne(Order, { where: { id: orderId }, lock: { mode: "pessimistic_write" } });
}

/** Writes the named columns of a locked order. */
export async function saveOrder(tx: EntityManager, order: Order, columns: readonly (keyof Order)[]): Promise<void> {
  const changes = Object.fromEntries([...columns, "version" as const].map((column) => [column, order[column]]));
  await tx.update(Order, { id: order.id }, changes);
}
