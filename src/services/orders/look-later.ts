import { type EntityManager } from "typeorm";

import { type Order } from "../../entities/order";
import { type JobQueue } from "../../ports/job-queue";

/** Pauses before each look, in seconds; from then on one a minute. */
const LOOK_DELAYS_SECONDS = [1, 2, 4, 8, 15, 30] as const;
const LATER_SECONDS = 60;

/** Schedules look number `look` for an order in its POS. An order has one look waiting at most. */
export async function lookLater(
  tx: EntityManager,
  jobs: JobQueue,
  order: Order,
  look: number,
  now: Date,
): Promise<void> {
  const seconds = LOOK_DELAYS_SECONDS[look] ?? LATER_SECONDS;
  const options = { runAt: new Date(now.getTime() + seconds * 1000), key: `confirm:${order.id}`, queue: order.id };
  await jobs.enqueue(tx, "confirm-submission", { orderId: order.id, look }, options);
}
