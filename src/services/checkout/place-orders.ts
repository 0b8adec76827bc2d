import { type EntityManager } from "typeorm";

import { mayHaveOneMore, placeInLine } from "../../domain/checkout/place-in-line";
import { storedPhonesOf } from "../../domain/guests/former-phone";
import { prepared } from "../../ports/prepared";
import { type OrderToInsert } from "./insert-orders";

const DAY_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;

/** An order whose origin may matter. */
export interface OrderToPlace extends Omit<OrderToInsert, "placeAt"> {
  /** How many open orders unproven guests may have on its phone number; 0 means no limit. */
  readonly mostOpen: number;
}

/** Counts committed orders only. */
interface Found {
  readonly id: string;
  /** null if another transaction is currently placing an order with the same phone. */
  readonly counts:
    readonly [ofPhone: number, fromHere: number, recentOfPhone: number, otherPhones: number] | null;
}

/**
 * Where a limit applies, the phone stays locked until the transaction ends: only then can its open
 * orders be counted reliably.
 */
const countBy = (lock: string) =>
  prepared(`
    select asked.id, case when not asked.limited or ${lock} then guest_order_counts(
      asked."branchId", asked.phones, asked.source, asked."openSince", asked."recentSince"
    ) end as counts
    from json_to_recordset($1::json) as asked (
      id uuid, "branchId" uuid, phone text, phones text[], source text, limited boolean, "openSince" timestamptz, "recentSince" timestamptz
    )`);
const KEY = `hashtextextended('order-phone:' || asked."branchId" || ':' || asked.phone, 0)`;
const COUNT = {
  skip: countBy(`pg_try_advisory_xact_lock(${KEY})`),
  wait: countBy(`pg_advisory_xact_lock(${KEY})::text is not null`),
};

/**
 * Finds each order's place in its branch's line, as part of the transaction that saves the orders.
 *
 * @param phones what to do about a phone that somebody else is currently ordering with
 * @returns the place of each order; "too many" if the phone has as many open orders as unproven
 *   guests may have; "busy" if somebody else is currently ordering with the phone
 */
export async function placeOrders(
  tx: EntityManager,
  orders: readonly OrderToPlace[],
  phones: "wait" | "skip",
): Promise<(Date | "too many" | "busy")[]> {
  const found = await countEarlier(tx, orders, phones);
  const batch = new Batch();
  return orders.map(({ columns, mostOpen }) => {
    if (columns.source === null) return placeInLine(columns.createdAt, null);
    if (!columns.unproven) return placeInLine(columns.createdAt, { ofPhone: 0, otherPhones: 0 });
    const counts = found.get(columns.id);
    if (!counts) return "busy";
    const [ofPhone, fromHere, recentOfPhone, otherPhones] = counts;
    const here = batch.before(columns);
    const open = { ofPhone: ofPhone + here.ofPhone, fromHere: fromHere + here.fromHere };
    if (!mayHaveOneMore(open, mostOpen)) return "too many";
    batch.add(columns);
    const earlier = {
      ofPhone: recentOfPhone + here.recentOfPhone,
      otherPhones: otherPhones + here.otherPhones,
    };
    return placeInLine(columns.createdAt, earlier);
  });
}

async function countEarlier(
  tx: EntityManager,
  orders: readonly OrderToPlace[],
  phones: "wait" | "skip",
) {
  const asked = orders
    .filter(({ columns }) => columns.unproven && columns.source !== null)
    .map(({ columns: { id, branchId, customerPhone: phone, source, createdAt }, mostOpen }) => ({
      id,
      branchId,
      phone,
      phones: storedPhonesOf(phone),
      source,
      limited: mostOpen > 0,
      openSince: new Date(createdAt.getTime() - DAY_MS),
      recentSince: new Date(createdAt.getTime() - HOUR_MS),
    }));
  if (asked.length === 0) return new Map<string, Found["counts"]>();
  const rows = await tx.query<Found[]>(COUNT[phones], [JSON.stringify(asked)]);
  return new Map(rows.map(({ id, counts }) => [id, counts]));
}

type Columns = OrderToInsert["columns"];

/** Tracks what the orders saved in this batch add to the existing counts. */
class Batch {
  private readonly taken: Columns[] = [];

  add(columns: Columns): void {
    this.taken.push(columns);
  }

  before({ branchId, customerPhone, source }: Columns) {
    const ofPhone = this.taken.filter(
      (each) => each.branchId === branchId && each.customerPhone === customerPhone,
    );
    const fromHere = this.taken.filter((each) => each.source === source);
    const others = fromHere.filter((each) => each.customerPhone !== customerPhone);
    return {
      ofPhone: ofPhone.length,
      fromHere: ofPhone.filter((each) => each.source === source).length,
      recentOfPhone: fromHere.length - others.length,
      otherPhones: new Set(others.map((each) => each.customerPhone)).size,
    };
  }
}
