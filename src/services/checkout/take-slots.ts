import { type EntityManager } from "typeorm";

import { type TimeSlot } from "../../domain/slots/time-slots";
import { prepared } from "../../ports/prepared";

/** The slot in which an order is counted. */
export interface SlotToTake extends TimeSlot {
  /** How many orders the branch takes in this slot. */
  readonly most: number;
}

interface OrderInSlot {
  readonly columns: { readonly branchId: string };
  /** null if the number of orders at its time is not limited. */
  readonly slot: SlotToTake | null;
}

interface Asked extends SlotToTake {
  readonly branchId: string;
}

/**
 * Counts committed orders only; null if another transaction is currently taking an order in the
 * same slot.
 */
interface Found {
  readonly index: number;
  readonly taken: number | null;
}

const TAKEN = `slot_orders(asked."branchId", asked."from", asked."to")`;
/**
 * A slot stays locked until the transaction ends: only then can its orders be counted reliably. A
 * full slot is reported immediately, even while somebody else holds the lock. An order's place
 * follows from the order's own row, so nothing has to be released.
 */
const countBy = (taken: string) =>
  prepared(`
    select asked.index, case ${taken} end as taken
    from json_to_recordset($1::json)
      as asked (index integer, "branchId" uuid, "from" timestamptz, "to" timestamptz, most integer)`);
const KEY = `hashtextextended('order-slot:' || asked."branchId" || ':' || extract(epoch from asked."from"), 0)`;
const IS_FULL = `${TAKEN} >= asked.most`;
const COUNT = {
  skip: countBy(`
    when pg_try_advisory_xact_lock(${KEY}) then ${TAKEN}
    when ${IS_FULL} then asked.most`),
  wait: countBy(`
    when ${IS_FULL} then asked.most
    when pg_advisory_xact_lock(${KEY})::text is not null then ${TAKEN}`),
};

/**
 * Gives orders a place in their slots, as part of the transaction that saves them. Runs after the
 * locks of key, payment and phone, and before those of the branch and of what is spent, so that no
 * deadlock can occur.
 *
 * @param others what to do about a slot that somebody else is currently taking: with "wait" there
 *   is only one order
 */
export async function takeSlots(
  tx: EntityManager,
  orders: readonly OrderInSlot[],
  others: "wait" | "skip",
): Promise<("free" | "full" | "busy")[]> {
  const left = await countFree(tx, orders, others);
  return orders.map(({ columns, slot }) => {
    if (slot === null) return "free";
    const key = keyOf(columns.branchId, slot);
    const places = left.get(key) ?? null;
    if (places === null) return "busy";
    left.set(key, places - 1);
    return places > 0 ? "free" : "full";
  });
}

export function keyOf(branchId: string, { from }: TimeSlot): string {
  return `${branchId} ${from.toISOString()}`;
}

async function countFree(
  tx: EntityManager,
  orders: readonly OrderInSlot[],
  others: "wait" | "skip",
): Promise<Map<string, number | null>> {
  const asked = new Map<string, Asked>();
  for (const { columns, slot } of orders)
    if (slot) asked.set(keyOf(columns.branchId, slot), { branchId: columns.branchId, ...slot });
  if (asked.size === 0) return new Map();
  const slots = [...asked.entries()];
  const rows = slots.map(([, slot], index) => Object.assign({ index }, slot));
  const found = await tx.query<Found[]>(COUNT[others], [JSON.stringify(rows)]);
  const taken = new Map(found.map((row) => [row.index, row.taken]));
  return new Map(
    slots.map(([key, { most }], index) => {
      const its = taken.get(index) ?? null;
      return [key, its === null ? null : most - its];
    }),
  );
}
