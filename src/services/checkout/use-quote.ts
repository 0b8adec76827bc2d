import { type EntityManager } from "typeorm";

import { type Order } from "../../entities/orders/order";
import { Refused } from "../../errors";
import { quoteUsed } from "./order-faults";

/**
 * Uses a quote up, as part of the transaction that saves the order: what the POS's programme has
 * given by it is given once, however many orders name it at the same time.
 *
 * @throws {Refused} PRICE_CHANGED: another order was first
 */
export async function useQuote(
  tx: EntityManager,
  quoteId: string,
  { id }: Pick<Order, "id">,
): Promise<void> {
  const used = await tx.query<unknown[]>(
    `with used as (update quotes set used_by = $2 where id = $1 and used_by is null returning id) select id from used`,
    [quoteId, id],
  );
  if (used.length === 0) throw new Refused([quoteUsed()]);
}
