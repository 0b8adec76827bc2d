import { type EntityManager } from "typeorm";

import { ANYBODY } from "../../domain/access/key-owner";
import { Batcher } from "../../domain/concurrency/batcher";
import { isUuid } from "../../domain/ids";
import { isStorable } from "../../domain/texts/storable-text";
import { Order } from "../../entities/orders/order";
import { readRows } from "../orders/rows/order-rows";

/** What identifies an order that a client has already requested before. */
export interface OrderKey extends Pick<
  Order,
  "branchId" | "idempotencyKey" | "inputHash" | "keyOwner"
> {
  /** Hash of the same input by the rules of earlier versions; if omitted, it is the same. */
  readonly formerHash?: string;
}

/** Whether the order was requested with the same input as the key's. */
export function isSameInput({ inputHash }: Pick<Order, "inputHash">, key: OrderKey): boolean {
  return inputHash === key.inputHash || inputHash === key.formerHash;
}

/**
 * Finds orders that were already accepted with a key; simultaneous requests share one statement.
 */
export class EarlierOrders {
  private readonly together = new Batcher((keys: readonly OrderKey[]) =>
    findEarlier(this.manager, keys),
  );

  constructor(private readonly manager: EntityManager) {}

  /** See `findEarlier`. */
  async find(key: OrderKey): Promise<Order | null> {
    return isUuid(key.branchId) && isStorable(key.idempotencyKey) ? this.together.ask(key) : null;
  }
}

/**
 * For each key, the order of the same branch that was requested with the same input, by anyone; or
 * else the one that the key's owner, or an unknown caller, requested with different input. null:
 * neither.
 */
export async function findEarlier(
  manager: EntityManager,
  keys: readonly OrderKey[],
): Promise<(Order | null)[]> {
  if (keys.length === 0) return [];
  const columns = [
    keys.map(({ branchId }) => branchId),
    keys.map(({ idempotencyKey }) => idempotencyKey),
    keys.map(({ inputHash }) => inputHash),
    keys.map(({ keyOwner }) => keyOwner),
    keys.map(({ inputHash, formerHash }) => formerHash ?? inputHash),
  ];
  const orders = await readRows(manager, Order, EARLIER, columns);
  return keys.map((key) => {
    const known = orders.filter(
      ({ branchId, idempotencyKey }) =>
        branchId === key.branchId.toLowerCase() && idempotencyKey === key.idempotencyKey,
    );
    const same = known.find((order) => isSameInput(order, key));
    return (
      same ??
      known.find(({ keyOwner }) => keyOwner === key.keyOwner || keyOwner === ANYBODY) ??
      null
    );
  });
}

const EARLIER = `where id in (
  select earlier.id
  from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])
    as asked (branch_id, key, input_hash, owner, former_hash)
  cross join lateral (
    select id from orders
    where branch_id = asked.branch_id and idempotency_key = asked.key
      and (input_hash in (asked.input_hash, asked.former_hash) or key_owner in (asked.owner, '${ANYBODY}'))
  ) as earlier
)`;
