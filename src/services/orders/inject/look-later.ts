import { type EntityManager } from "typeorm";

import { type Order } from "../../../entities/order";
import { type JobQueue, type KeyedJob } from "../../../ports/job-queue";

/** Pauses before each look, in seconds; from then on one a minute. */
const LOOK_DELAYS_SECONDS = [1, 2, 4, 8, 15, 30] as const;
const LATER_SECONDS = 60;

/**
 * Schedules look number `look` for an order in its POS. An order has one look waiting at most.
 *
 * @param withinMs sooner than usual, when something is decided by then
 */
export async function lookLater(
  tx: EntityManager,
  jobs: JobQueue,
  order: Order,
  look: number,
  withinMs = Infinity,
): Promise<void> {
  await jobs.enqueueAll(tx, "confirm-submission", [lookAt(order, look, withinMs)]);
}

/** Under which key the look at an order waits. */
export function lookKey({ id }: Pick<Order, "id">): string {
  return `confirm:${id}`;
}

/** The job of one look. */
export function lookAt(
  order: Pick<Order, "id" | "branchId">,
  look: number,
  withinMs = Infinity,
): KeyedJob<"confirm-submission"> {
  const delayMs = Math.min((LOOK_DELAYS_SECONDS[look] ?? LATER_SECONDS) * 1000, withinMs);
  // Not in the order's queue: a look that hangs must not hold up the next send.
  const options = { delayMs, key: lookKey(order), branchId: order.branchId };
  return { payload: { orderId: order.id, look }, options };
}
