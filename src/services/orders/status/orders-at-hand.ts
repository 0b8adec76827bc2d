import { type EntityManager } from "typeorm";

import { isUuid } from "../../../domain/ids";
import { type StatusDetail } from "../../../domain/order-event";
import { BranchSettings } from "../../../entities/branch-settings";
import { type Order } from "../../../entities/order";
import { PosOrder } from "../../../entities/pos-order";
import { type EventFeed } from "../../../ports/event-feed";
import { prepared } from "../../../ports/prepared";
import { type NewEvent, type NumberedEvent, numberEvents, writeEvents } from "../append-events";
import { lockOrders } from "../lock-order";
import { readRows } from "../order-rows";
import { saveStatuses } from "./save-statuses";

/** A locked order and what news of it is judged by. */
interface OrderAtHand {
  readonly order: Order;
  readonly settings: BranchSettings;
  /** Every status that was told of it so far. */
  readonly history: StatusDetail[];
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
  ) {}

  static async lock(tx: EntityManager, feed: EventFeed, posOrderIds: readonly string[]): Promise<OrdersAtHand> {
    const known = await findPosOrders(tx, posOrderIds);
    const locked = known.length > 0 ? await lockWithSettings(tx, known) : [];
    const orders = new Map(locked.map((each) => [each.order.id, each]));
    if (orders.size > 0) await readHistories(tx, orders);
    return new OrdersAtHand(tx, feed, new Map(known.map((row) => [row.posOrderId, row])), orders);
  }

  /** undefined: it is none of ours, or another organization's than the one that tells of it. */
  find(posOrderId: string, organizationId: string): (OrderAtHand & { readonly posOrder: PosOrder }) | undefined {
    const posOrder = this.posOrders.get(posOrderId.toLowerCase());
    const found = posOrder && this.orders.get(posOrder.orderId);
    if ((posOrder?.organizationId ?? found?.settings.organizationId) !== organizationId) return undefined;
    return found && { ...found, posOrder };
  }

  /** The order lives on under another id, perhaps of another organization; nothing happens when the id is known. */
  async follow(
    { id: orderId, generation }: Order,
    posOrderId: string,
    organizationId: string | null,
  ): Promise<boolean> {
    if (await this.tx.existsBy(PosOrder, { posOrderId })) return false;
    const posOrder = this.tx.create(PosOrder, { posOrderId, orderId, generation, organizationId });
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

async function lockWithSettings(tx: EntityManager, posOrders: readonly PosOrder[]): Promise<OrderAtHand[]> {
  const orders = await lockOrders(tx, [...new Set(posOrders.map(({ orderId }) => orderId))]);
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
