import { type EntityManager } from "typeorm";

import { Branch } from "../../../entities/branches/branch";
import { BranchSettings } from "../../../entities/branches/branch-settings";
import { type Order } from "../../../entities/orders/order";
import { OrderLine } from "../../../entities/orders/order-line";
import { prepared } from "../../../ports/prepared";
import { readRows } from "../rows/order-rows";
import { type SentPlace } from "../session/sent-orders";

/** Reads what orders are sent with, for all of them together. */
export async function surroundingsOf(tx: EntityManager, orders: readonly Order[]) {
  const branchIds = [...new Set(orders.map(({ branchId }) => branchId))];
  const orderIds = orders.map(({ id }) => id);
  const branches = await readRows(tx, Branch, "where id = any ($1)", [branchIds]);
  const settings = await readRows(tx, BranchSettings, "where branch_id = any ($1)", [branchIds]);
  const lines = await readRows(tx, OrderLine, "where order_id = any ($1) order by position", [
    orderIds,
  ]);
  const timeZones = new Map(branches.map(({ id, timeZone }) => [id, timeZone]));
  const settingsOf = new Map(settings.map((each) => [each.branchId, each]));
  return ({ id, branchId }: Order) => {
    const [its, timeZone] = [settingsOf.get(branchId), timeZones.get(branchId)];
    if (!its || timeZone === undefined) throw new Error(`Branch ${branchId} has no settings`);
    return { settings: its, timeZone, lines: lines.filter(({ orderId }) => orderId === id) };
  };
}

/** An id keeps the place to which it was first sent. Returns what was recorded before. */
const RECORD = prepared(`
  with recorded as (
    insert into injection_attempts (order_id, number, generation, started_at)
    select order_id, number, generation, started_at from jsonb_populate_recordset(null::injection_attempts, $1)
  ), places as (
    select * from jsonb_to_recordset($2) as place ("posOrderId" text, "organizationId" text, "keyId" text)
  ), noted as (
    update pos_orders sent
    set organization_id_in_pos = coalesce(sent.organization_id_in_pos, "organizationId"), key_id = "keyId"
    from places where sent.id_in_pos = "posOrderId" and sent.key_id is null
  )
  select "posOrderId", sent.organization_id_in_pos as "organizationId", sent.key_id as "keyId"
  from places join pos_orders sent on sent.id_in_pos = "posOrderId"`);

/** @returns the previously recorded place by POS id */
export async function notePlaces(
  tx: EntityManager,
  attempts: readonly object[],
  orders: readonly Order[],
  places: ReadonlyMap<string, SentPlace | null>,
): Promise<Map<string, SentPlace>> {
  const now = orders.flatMap(({ id, posOrderId }) => ({
    posOrderId,
    ...(places.get(id) ?? NOWHERE),
  }));
  const rows = await tx.query<(SentPlace & { posOrderId: string })[]>(RECORD, [
    JSON.stringify(attempts),
    JSON.stringify(now),
  ]);
  return new Map(rows.map((row) => [row.posOrderId, row]));
}

const NOWHERE: SentPlace = { organizationId: null, keyId: null };

/** If no place was recorded, the order was sent to where the branch is connected now. */
export function isElsewhere(noted: SentPlace | undefined, now: SentPlace | null): boolean {
  const { organizationId, keyId } = noted ?? NOWHERE;
  const differs = (before: string | null, today: string | null | undefined) =>
    before !== null && before !== today;
  return differs(organizationId, now?.organizationId) || differs(keyId, now?.keyId);
}
