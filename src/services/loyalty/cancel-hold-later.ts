import { type EntityManager } from "typeorm";

import { type Order } from "../../entities/order";
import { type JobQueue } from "../../ports/job-queue";

/** Schedules that the POS gives back what it holds of an order's points. One such job waits at most. */
export async function cancelHoldLater(
  tx: EntityManager,
  jobs: JobQueue,
  { id, branchId }: Pick<Order, "id" | "branchId">,
  runAt?: Date,
): Promise<void> {
  const options = { key: `cancel-hold:${id}`, branchId, ...(runAt && { runAt }) };
  await jobs.enqueue(tx, "cancel-hold", { orderId: id }, options);
}
