import { type EntityManager, In } from "typeorm";

import { Order } from "../../entities/order";

/** The order with its row locked until `tx` ends: whoever changes an order holds this first. */
export function lockOrder(tx: EntityManager, orderId: string): Promise<Order | null> {
  return tx.findOne(Order, { where: { id: orderId }, lock: { mode: "pessimistic_write" } });
}

/** The same for many, always in the order of their ids: so those who lock some of the same never wait in a circle. */
export function lockOrders(tx: EntityManager, orderIds: readonly string[]): Promise<Order[]> {
  const lock = { mode: "pessimistic_write" } as const;
  return tx.find(Order, { where: { id: In([...orderIds]) }, order: { id: "ASC" }, lock });
}

/** Writes the named columns of a locked order. */
export async function saveOrder(tx: EntityManager, order: Order, columns: readonly (keyof Order)[]): Promise<void> {
  const changes = Object.fromEntries([...columns, "version" as const].map((column) => [column, order[column]]));
  await tx.update(Order, { id: order.id }, changes);
}
