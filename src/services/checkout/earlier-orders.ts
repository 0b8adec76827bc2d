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
  /**
   * Calculates the hash of the same input by the rules of earlier versions; if omitted, it is the
   * same.
   */
  readonly formerHash?: () => string;
}

/** Whether the order was requested with the same input as the key's. */
export function isSameInput({ inputHash }: Pick<Order, "inputHash">, key: OrderKey): boolean {
  return inputHash === key.inputHash || inputHash === key.formerHash?.();
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
  ];
  const known = await manager.query<Known[]>(KNOWN, columns);
  const ids = keys.map((key) => earlierOf(key, known)?.id);
  const found = ids.filter((id) => id !== undefined);
  // Most orders are new.
  if (found.length === 0) return keys.map(() => null);
  const orders = await readRows(manager, Order, "where id = any ($1)", [found]);
  return ids.map((id) => orders.find((order) => order.id === id) ?? null);
}

type Known = Pick<Order, "id" | "branchId" | "idempotencyKey" | "inputHash" | "keyOwner">;

function earlierOf(key: OrderKey, known: readonly Known[]): Known | undefined {
  const keyed = known.filter(
    ({ branchId, idempotencyKey }) =>
      branchId === key.branchId.toLowerCase() && idempotencyKey === key.idempotencyKey,
  );
  return (
    keyed.find((order) => isSameInput(order, key)) ??
    keyed.find(({ keyOwner }) => keyOwner === key.keyOwner || keyOwner === ANYBODY)
  );
}

// Planned each time, because a plan made while there were few orders would read all of a branch's.
const KNOWN = `
  select orders.id, orders.branch_id as "branchId", orders.idempotency_key as "idempotencyKey",
    orders.input_hash as "inputHash", orders.key_owner as "keyOwner"
  from unnest($1::uuid[], $2::text[]) as asked (branch_id, key)
  join orders on orders.branch_id = asked.branch_id and orders.idempotency_key = asked.key`;
