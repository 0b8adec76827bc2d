import { type EntityManager } from "typeorm";

import { DeliveryPurpose } from "../../entities/fallback-delivery";
import { type Order } from "../../entities/order";
import { type JobQueue } from "../../ports/job-queue";
import { tellingOf } from "./telling-of";
import { writeToPeople } from "./write-to-people";

/**
 * Tells those who may have got an order that it is in the till, or cancelled, after all: one message per channel of the
 * hand-over, and none to whom nothing was sent. Part of `tx`; the caller holds the order's lock. Safe to repeat.
 */
export async function correctPeople(tx: EntityManager, jobs: JobQueue, order: Order): Promise<void> {
  // Whatever was handed over has a fault, for good; most orders have none.
  if (order.lastFault === null) return;
  const added = await tx.query<{ id: string }[]>(
    `insert into fallback_deliveries (id, order_id, purpose, round, kind, target, language)
     select distinct on (kind, target) gen_random_uuid(), order_id, 'CORRECTION', round, kind, target, language
     from fallback_deliveries told
     where order_id = $1 and purpose = 'HAND_OVER'
       and (sent_at is not null or sending_since is not null or parts_taken > 0)
       and not exists (
         select from fallback_deliveries twice where twice.order_id = $1 and twice.purpose = 'TWICE_IN_TILL'
           and twice.kind = told.kind and twice.target = told.target
       )
     order by kind, target, round desc
     on conflict do nothing
     returning id`,
    [order.id],
  );
  for (const { id } of added) {
    const { payload, options } = tellingOf(id, order.branchId);
    await jobs.enqueue(tx, "tell-people", payload, options);
  }
}

/**
 * Tells people that the till has an order which they had entered by hand, by every channel of the branch and every one that
 * the order came by, once each: whoever entered it may be somebody who got no message. Part of `tx`; the caller holds the
 * order's lock. Safe to repeat.
 */
export async function tellOfSecondCopy(tx: EntityManager, jobs: JobQueue, order: Order): Promise<void> {
  await writeToPeople(tx, jobs, order, DeliveryPurpose.TWICE_IN_TILL);
  await correctPeople(tx, jobs, order);
}
