import { type EntityManager } from "typeorm";

import { type JobQueue } from "../../../ports/job-queue";

const PAUSES_SECONDS = [1, 2, 4, 8, 15, 30, 60] as const;
const LONGEST_SECONDS = 60;

/**
 * Schedules that POSes are asked for orders whose news came while somebody else had them locked, as part of `tx`. An order
 * has one such job waiting at most.
 *
 * @param tries how often that was in vain already
 */
export async function catchUpLater(
  tx: EntityManager,
  jobs: JobQueue,
  posOrderIds: readonly string[],
  tries: number,
): Promise<void> {
  if (posOrderIds.length === 0) return;
  const delayMs = (PAUSES_SECONDS[tries] ?? LONGEST_SECONDS) * 1000;
  const orders = await tx.query<{ id: string; branchId: string }[]>(
    `select id, branch_id as "branchId" from orders
     where id in (select order_id from pos_orders where pos_order_id = any ($1)) order by id`,
    [posOrderIds],
  );
  await jobs.enqueueAll(
    tx,
    "catch-up-order",
    orders.map(({ id, branchId }) => {
      return { payload: { orderId: id, tries }, options: { key: `catch-up:${id}`, delayMs, branchId } };
    }),
  );
}
