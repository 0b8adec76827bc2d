import { type EntityManager } from "typeorm";

import { type Order } from "../../../entities/order";
import { type JobQueue } from "../../../ports/job-queue";

/** Schedules the next attempt to send an order. It has one waiting at most, and they run one after another. Returns the job's id. */
export async function sendLater(tx: EntityManager, jobs: JobQueue, order: Order, delayMs = 0): Promise<string> {
  const { payload, options } = sendOf(order);
  return jobs.enqueue(tx, "send-order", payload, { ...options, delayMs });
}

/** The same, as soon as possible, for any number of orders. */
export async function sendAllLater(tx: EntityManager, jobs: JobQueue, orders: readonly Order[]): Promise<void> {
  await jobs.enqueueAll(tx, "send-order", orders.map(sendOf));
}

/** The job itself, to be done now. */
export function sendOf({ id, branchId }: Pick<Order, "id" | "branchId">) {
  return { payload: { orderId: id }, options: { key: `send:${id}`, queue: id, branchId } };
}
