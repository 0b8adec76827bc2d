import { type KeyedJob } from "../../../ports/job-queue";
import { type Transaction } from "../../../postgres/transaction";

const PAUSES_SECONDS = [1, 2, 4, 8, 15, 30, 60] as const;
const LONGEST_SECONDS = 60;

/** Deleting an order's row by its revision does not delete what arrived in the meantime. */
const NOTE = `
  with its as (
    select id, branch_id from orders where id in (select order_id from pos_orders where id_in_pos = any ($1))
  ), noted as (
    insert into order_catch_ups as noted (order_id, tries) select id, $2 from its order by id
    on conflict (order_id) do update set tries = excluded.tries, revision = noted.revision + 1
  )
  select id, branch_id as "branchId" from its order by id`;

/**
 * Schedules asking POSes for orders whose news arrived while somebody else had them locked, as part
 * of `tx`. An order has at most one such job waiting, and a row that says so until the order has
 * caught up, because the job may be lost.
 *
 * @param tries how many tries have failed already
 */
export async function catchUpLater(
  tx: Transaction,
  posOrderIds: readonly string[],
  tries: number,
): Promise<void> {
  if (posOrderIds.length === 0) return;
  const delayMs = (PAUSES_SECONDS[tries] ?? LONGEST_SECONDS) * 1000;
  const orders = await tx.rows<{ id: string; branchId: string }>(NOTE, [posOrderIds, tries]);
  await tx.enqueue(
    ...orders.map((order) => ({
      task: "catch-up-order" as const,
      ...catchUpOf(order, delayMs, tries),
    })),
  );
}

/** The job itself. Its number of failed tries is in its row, too. */
export function catchUpOf(
  { id, branchId }: { readonly id: string; readonly branchId: string },
  delayMs = 0,
  tries = 0,
): KeyedJob<"catch-up-order"> {
  return { payload: { orderId: id, tries }, options: { key: `catch-up:${id}`, delayMs, branchId } };
}
