import { type EntityManager } from "typeorm";

import { type Order } from "../../entities/order";
import { type JobQueue, type KeyedJob } from "../../ports/job-queue";

/** Schedules that the POS gives back what it holds of an order's points. One such job waits at most. */
export async function cancelHoldLater(
  tx: EntityManager,
  jobs: JobQueue,
  { id, branchId }: Pick<Order, "id" | "branchId">,
  delayMs = 0,
): Promise<void> {
  const { payload, options } = holdCancellation({ id, branchId });
  await jobs.enqueue(tx, "cancel-hold", payload, { ...options, delayMs });
}

/** The job itself, to be done now. */
export function holdCancellation({ id, branchId }: Pick<Order, "id" | "branchId">): KeyedJob<"cancel-hold"> {
  return { payload: { orderId: id }, options: { key: `cancel-hold:${id}`, branchId } };
}
