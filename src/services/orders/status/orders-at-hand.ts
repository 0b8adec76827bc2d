import { type EntityManager } from "typeorm";

import { isUuid } from "../../../domain/ids";
import { type StatusDetail } from "../../../domain/order-event";
import { BranchSettings } from "../../../entities/branch-settings";
import { type Order } from "../../../entities/order";
import { PosOrder } from "../../../entities/pos-order";
import { type EventFeed } from "../../../ports/event-feed";
import { prepared } from "../../../ports/prepared";
import { type NewEvent, type NumberedEvent, numberEvents, writeEvents } from "../append-events";
import { type Busy, lockOrders } from "../lock-order";
import { readRows } from "../order-rows";
import { saveStatuses } from "./save-statuses";

/** A locked order and what news of it is judged by. */
interface OrderAtHand {
  readonly order: Order;
  readonly settings: BranchSettings;
  /** Every status that was told of it so far. */
  readonly history: StatusDetail[];
}

/** What to do about orders whose news cannot be taken over at once. */
export interface Passing {
  /** Wait for orders that somebody else has locked, or leave them out. */
  readonly busy: Busy;
  /** Ids in their POSes of orders that earlier news waits for: what comes later is left out, too. */
  readonly behind?: readonly string[];
}

export interface KnownOrder extends OrderAtHand {
  /** Under which id its POS knows it, and where. */
  readonly posOrder: PosOrder;
}

/**
 * Any number of orders, locked until `tx` ends, in a few statements together. What their POS tells of their status waits
 * until `write`. The way to the till is written at once, and comes first all the same: it is over when a status is told.
 * Whoever else adds to a history writes first what waits.
 */
export class OrdersAtHand {
  private waiting: NumberedEvent[] = [];
  private readonly changed = new Set<Order>();

  private constructor(
    private readonly tx: EntityManager,
    private readonly feed: EventFeed,
    private readonly posOrders: Map<string, PosOrder>,
    private readonly orders: ReadonlyMap<string, OrderAtHand>,
    private readonly leftOut: ReadonlySet<string>,
  ) {}

  static async lock(
    tx: EntityManager,
    feed: EventFeed,
    posOrderIds: readonly string[],
    { busy, behind = [] }: Passing,
  ): Promise<OrdersAtHand> {
    const known = await findPosOrders(tx, [...posOrderIds, ...behind]);
    const waiting = new Set(behind.map((id) => id.toLowerCase()));
    const waitedFor = new Set(known.filter((row) => waiting.has(row.posOrderId)).map(({ orderId }) => orderId));
    const orderIds = new Set(known.map(({ orderId }) => orderId).filter((id) => !waitedFor.has(id)));
    const locked = orderIds.size > 0 ? await lockOrders(tx, [...orderIds], busy) : [];
    const orders = new Map((await withSettings(tx, locked)).map((each) => [each.order.id, each]));
    if (orders.size > 0) await readHistories(tx, orders);
    for (const { id } of locked) orderIds.delete(id);
    const posOrders = new Map(known.map((row) => [row.posOrderId, row]));
    return new OrdersAtHand(tx, feed, posOrders, orders, new Set([...waitedFor, ...orderIds]));
  }

  /** Is it one of ours that was left out? */
  isLeftOut(posOrderId: string): boolean {
    const posOrder = this.posOrders.get(posOrderId.toLowerCase());
    return posOrder !== undefined && this.leftOut.has(posOrder.orderId);
  }

  /** undefined: it is none of ours, or another organization's than the one that tells of it. */
  find(posOrderId: string, organizationId: string): KnownOrder | undefined {
    const posOrder = this.posOrders.get(posOrderId.toLowerCase());
    const found = posOrder && this.orders.get(posOrder.orderId);
    if ((posOrder?.organizationId ?? found?.settings.organizationId) !== organizationId) return undefined;
    return found && { ...found, posOrder };
  }

  /** The order lives on under another id, perhaps of another organization; nothing happens when the id is known. */
  async follow(
    { order: { id: orderId, generation }, posOrder: { organizationId: former, keyId } }: KnownOrder,
    posOrderId: string,
    movedTo: string | null,
  ): Promise<boolean> {
    if (await this.tx.existsBy(PosOrder, { posOrderId })) return false;
    const organizationId = movedTo ?? former;
    const posOrder = this.tx.create(PosOrder, { posOrderId, orderId, generation, organizationId, keyId });
    await this.tx.insert(PosOrder, posOrder);
    this.posOrders.set(posOrderId.toLowerCase(), posOrder);
    return true;
  }

  /** @param order has what its POS says of it already */
  tell({ order, history }: OrderAtHand, events: readonly NewEvent[]): void {
    this.changed.add(order);
    this.waiting.push(...numberEvents(order, events));
    history.push(...events.flatMap(({ detail }) => (detail.kind === "STATUS" ? [detail] : [])));
  }

  async write(): Promise<void> {
    await writeEvents(this.tx, this.feed, this.waiting);
    await saveStatuses(this.tx, [...this.changed]);
    this.waiting = [];
    this.changed.clear();
  }
}

/** Those of the ids under which orders of ours were, or may have been, sent to a POS. */
export async function findPosOrders(tx: EntityManager, posOrderIds: readonly string[]): Promise<PosOrder[]> {
  return readRows(tx, PosOrder, "where pos_order_id = any ($1)", [posOrderIds.filter(isUuid)]);
}

async function withSettings(tx: EntityManager, orders: readonly Order[]): Promise<OrderAtHand[]> {
  if (orders.length === 0) return [];
  const branchIds = [...new Set(orders.map(({ branchId }) => branchId))];
  const settings = await readRows(tx, BranchSettings, "where branch_id = any ($1)", [branchIds]);
  const settingsOf = new Map(settings.map((each) => [each.branchId, each]));
  return orders.flatMap((order) => {
    const its = settingsOf.get(order.branchId);
    return its ? [{ order, settings: its, history: [] }] : [];
  });
}

/** After the orders are locked: nobody tells anything of them meanwhile. */
async function readHistories(tx: EntityManager, orders: ReadonlyMap<string, OrderAtHand>): Promise<void> {
  const told = await tx.query<{ order_id: string; detail: StatusDetail }[]>(
    prepared(`
      select order_id, detail from order_events where order_id = any ($1) and detail ->> 'kind' = 'STATUS'
      order by order_id, sequence`),
    [[...orders.keys()]],
  );
  for (const { order_id: orderId, detail } of told) orders.get(orderId)?.history.push(detail);
}
