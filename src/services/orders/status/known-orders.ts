import { type EntityManager } from "typeorm";

import { type StatusDetail } from "../../../domain/orders/order-event";
import { isStorable } from "../../../domain/texts/storable-text";
import { type BranchSettings } from "../../../entities/branches/branch-settings";
import { type Order } from "../../../entities/orders/order";
import { PosOrder } from "../../../entities/orders/pos-order";
import { prepared } from "../../../ports/prepared";
import { type Transaction } from "../../../postgres/transaction";
import { readRows } from "../rows/order-rows";
import { settingsOf } from "../session/ask-of-orders";
import { type Busy, type OrderSession, type OrderSessions } from "../session/order-session";

/** A locked order and what news about it is judged by. */
interface OrderAtHand {
  readonly order: Order;
  readonly settings: BranchSettings;
  /** Every status reported for it so far. */
  readonly history: StatusDetail[];
}

/** What to do about orders whose news cannot be applied immediately. */
export interface Passing {
  /** Wait for orders that somebody else has locked, or skip them. */
  readonly busy: Busy;
  /** POS ids of orders that earlier news is waiting for: later news about them is left out, too. */
  readonly behind?: readonly string[];
}

export interface KnownOrder extends OrderAtHand {
  /** The id under which its POS knows it, and where. */
  readonly posOrder: PosOrder;
}

/** The orders that the news is about, locked in one session, with what the news is judged by. */
export class KnownOrders {
  private constructor(
    readonly session: OrderSession,
    private readonly posOrders: Map<string, PosOrder>,
    private readonly orders: ReadonlyMap<string, OrderAtHand>,
    private readonly leftOut: ReadonlySet<string>,
  ) {}

  static async lock(
    tx: Transaction,
    sessions: OrderSessions,
    posOrderIds: readonly string[],
    { busy, behind = [] }: Passing,
  ): Promise<KnownOrders> {
    const known = await findPosOrders(tx, [...posOrderIds, ...behind]);
    const waiting = new Set(behind);
    const waitedFor = new Set(
      known.filter((row) => waiting.has(row.posOrderId)).map(({ orderId }) => orderId),
    );
    const orderIds = new Set(
      known.map(({ orderId }) => orderId).filter((id) => !waitedFor.has(id)),
    );
    const session = await sessions.open(tx, [...orderIds], busy);
    const orders = new Map(
      (await withSettings(tx, session.orders)).map((each) => [each.order.id, each]),
    );
    if (orders.size > 0) await readHistories(tx, orders);
    for (const { id } of session.orders) orderIds.delete(id);
    const posOrders = new Map(known.map((row) => [row.posOrderId, row]));
    return new KnownOrders(session, posOrders, orders, new Set([...waitedFor, ...orderIds]));
  }

  /** Whether it is one of our orders that was skipped. */
  isLeftOut(posOrderId: string): boolean {
    const posOrder = this.posOrders.get(posOrderId);
    return posOrder !== undefined && this.leftOut.has(posOrder.orderId);
  }

  /**
   * undefined if it is not one of ours, or belongs to a different organization from the one that
   * reports it.
   */
  find(posOrderId: string, organizationId: string): KnownOrder | undefined {
    const posOrder = this.posOrders.get(posOrderId);
    const found = posOrder && this.orders.get(posOrder.orderId);
    if ((posOrder?.organizationId ?? found?.settings.organizationId) !== organizationId)
      return undefined;
    return found && { ...found, posOrder };
  }

  /**
   * The order continues under another id, perhaps of another organization: news about that id is
   * news about the order.
   */
  follow(
    { order, posOrder }: KnownOrder,
    posOrderId: string,
    organizationId: string | null,
  ): PosOrder {
    const movedTo = { ...posOrder, posOrderId, orderId: order.id, generation: order.generation };
    const followed = { ...movedTo, organizationId: organizationId ?? posOrder.organizationId };
    this.posOrders.set(posOrderId, followed);
    return followed;
  }

  /** Whether it is one of our ids. An id that the news is not about is looked up. */
  async posOrder(posOrderId: string): Promise<PosOrder | null> {
    const known = this.posOrders.get(posOrderId);
    if (known || !isStorable(posOrderId)) return known ?? null;
    return this.session.tx.findOneBy(PosOrder, { posOrderId });
  }
}

/** Returns those of the ids under which our orders were, or may have been, sent to a POS. */
export async function findPosOrders(
  tx: EntityManager,
  posOrderIds: readonly string[],
): Promise<PosOrder[]> {
  return readRows(tx, PosOrder, "where id_in_pos = any ($1)", [posOrderIds.filter(isStorable)]);
}

async function withSettings(tx: EntityManager, orders: readonly Order[]): Promise<OrderAtHand[]> {
  const settings = await settingsOf(tx, orders);
  return orders.flatMap((order) => {
    const its = settings.get(order.branchId);
    return its ? [{ order, settings: its, history: [] }] : [];
  });
}

/** Runs after the orders are locked, so that no history is added meanwhile. */
async function readHistories(
  tx: EntityManager,
  orders: ReadonlyMap<string, OrderAtHand>,
): Promise<void> {
  const told = await tx.query<{ order_id: string; detail: StatusDetail }[]>(
    prepared(`
      select order_id, detail from order_events where order_id = any ($1) and detail ->> 'kind' = 'STATUS'
      order by order_id, sequence`),
    [[...orders.keys()]],
  );
  for (const { order_id: orderId, detail } of told) orders.get(orderId)?.history.push(detail);
}
