import { type EntityManager } from "typeorm";

import { Branch } from "../../../entities/branches/branch";
import { BranchSettings } from "../../../entities/branches/branch-settings";
import { type Order } from "../../../entities/orders/order";
import { OrderLine } from "../../../entities/orders/order-line";
import { readRows } from "../rows/order-rows";

/** What orders are sent with, read for all of them together. */
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
