import { type EntityManager } from "typeorm";

import { type Order } from "../../../entities/order";
import { type JobQueue } from "../../../ports/job-queue";

/** Schedules the next attempt to send an order. It has one waiting at most, and they run one after another. Returns the job's id. */
export async function sendLater(
  tx: EntityManager,
  jobs: JobQueue,
  { id, branchId }: Order,
  runAt?: Date,
): Promise<string> {
  const options = { key: `send:${id}`, queue: id, branchId, ...(runAt && { runAt }) };
  return jobs.enqueue(tx, "send-order", { orderId: id }, options);
}
