import { decideArrival, decidePending } from "../../../domain/orders/decide-arrival";
import { decideToldFailure } from "../../../domain/orders/decide-failure";
import { decideSecondCopy, TWICE } from "../../../domain/orders/decide-notes";
import { decideStatus, type HowObserved } from "../../../domain/orders/decide-status";
import { type Decision, NOTHING } from "../../../domain/orders/decision";
import { type NewCommand } from "../../../domain/orders/effects";
import { InjectionState } from "../../../domain/orders/injection-state";
import { countsFrom } from "../../../domain/orders/order-status";
import { type Order } from "../../../entities/orders/order";
import { type Clock } from "../../../ports/clock";
import { type PosOrderUpdate } from "../../../ports/pos/pos-orders";
import { type Transaction, type Transactions } from "../../../postgres/transaction";
import { wishesFor } from "../session/ask-of-orders";
import { callFailureOfReport } from "../session/call-failure";
import { type Busy, type OrderSessions } from "../session/order-session";
import { type KnownOrder, KnownOrders, type Passing } from "./known-orders";

/**
 * MOVED: nothing is known yet about the order under its new id. BUSY: the order was skipped and
 * nothing about it was recorded.
 */
export type RecordVerdict = "RECORDED" | "UNKNOWN_ORDER" | "NEEDS_CONFIRMATION" | "MOVED" | "BUSY";

/** What all the news is recorded with. */
interface Recording extends HowObserved {
  readonly orders: KnownOrders;
  readonly now: Date;
  readonly wishes: ReadonlyMap<string, NewCommand>;
}

/**
 * Reconciles orders with what the POS says about them. Web hooks, polls and probes all end here.
 */
export class RecordPosUpdate {
  constructor(
    private readonly parts: {
      readonly transactions: Transactions;
      readonly sessions: OrderSessions;
      readonly clock: Clock;
    },
  ) {}

  /**
   * One transaction writes the order's row, its history and the announcement. Safe to repeat, and
   * in any order: what is already known changes nothing, and what is older is recorded as late.
   * Orders that are not ours are left alone.
   */
  async execute(
    update: PosOrderUpdate,
    how: HowObserved,
    busy: Busy = "wait",
  ): Promise<RecordVerdict> {
    const [verdict] = await this.parts.transactions.run((tx) =>
      this.apply(tx, [update], how, { busy }),
    );
    return verdict ?? "UNKNOWN_ORDER";
  }

  /**
   * The same for any number of updates, one after another, as part of `tx`. Returns a verdict for
   * each.
   */
  async apply(
    tx: Transaction,
    news: readonly PosOrderUpdate[],
    how: HowObserved,
    passing: Passing = { busy: "wait" },
  ): Promise<RecordVerdict[]> {
    if (news.length === 0) return [];
    const { sessions, clock } = this.parts;
    const now = clock.now();
    const updates = news.map((update) => ({
      ...update,
      timestamp: countsFrom(update.timestamp, now),
    }));
    const ids = updates.map(({ posOrderId }) => posOrderId);
    const orders = await KnownOrders.lock(tx, sessions, ids, passing);
    const wishes = await wishesFor(tx, orders.session.orders, now);
    const verdicts: RecordVerdict[] = [];
    for (const update of updates)
      verdicts.push(await record(update, { ...how, orders, now, wishes }));
    await orders.session.flush();
    return verdicts;
  }
}

async function record(update: PosOrderUpdate, recording: Recording): Promise<RecordVerdict> {
  const { orders, now } = recording;
  const { session } = orders;
  const known = orders.find(update.posOrderId, update.organizationId);
  if (!known) return orders.isLeftOut(update.posOrderId) ? "BUSY" : "UNKNOWN_ORDER";
  const { order, settings, history } = known;
  if (await isSecondCopy(orders, known)) {
    await recordSecondCopy(orders, order, update, now);
    return "RECORDED";
  }
  await followMove(orders, known, update);
  session.apply(order, decideInjection(known, update, recording));
  if (update.movedToPosOrderId !== null)
    return order.posTimestamp < update.timestamp ? "MOVED" : "RECORDED";
  const { observedBy, confirmed } = recording;
  const { verdict, decision } = decideStatus(order, history, update, {
    observedBy,
    confirmed,
    settings,
    now,
  });
  session.apply(order, decision);
  history.push(
    ...decision.history.flatMap(({ detail }) => (detail.kind === "STATUS" ? [detail] : [])),
  );
  return verdict;
}

function decideInjection(
  { order, settings }: KnownOrder,
  update: PosOrderUpdate,
  recording: Recording,
): Decision {
  const { now, wishes } = recording;
  const { creation, failure, posOrderId, posNumber, movedToPosOrderId } = update;
  if (creation === "created") {
    const arrived = { posNumber, pendingSince: null, nextAttemptAt: null };
    const columns = movedToPosOrderId === null ? { ...arrived, posOrderId } : arrived;
    return decideArrival(order, {
      at: now,
      attempt: null,
      columns,
      unwanted: wishes.get(order.id),
    });
  }
  if (posOrderId !== order.posOrderId) return NOTHING;
  if (creation === "pending") return decidePending(order, now, null);
  return failure ? decideToldFailure(order, settings, callFailureOfReport(failure), now) : NOTHING;
}

/** The guest is not notified of a cancellation that is none: the order continues elsewhere. */
async function followMove(
  orders: KnownOrders,
  known: KnownOrder,
  { movedToPosOrderId: posOrderId, movedToOrganizationId }: PosOrderUpdate,
): Promise<void> {
  if (posOrderId === null || (await orders.posOrder(posOrderId))) return;
  const { generation, organizationId, keyId } = orders.follow(
    known,
    posOrderId,
    movedToOrganizationId,
  );
  orders.session.apply(known.order, {
    ...NOTHING,
    columns: { posOrderId },
    effects: [{ kind: "RENEW_POS_ID", posOrderId, generation, organizationId, keyId }],
  });
}

/**
 * Whether this news is about another copy of the order than the one that counts. The POS said that
 * the first had permanently failed, the order got a new id, and now both exist after all. A moved
 * order is not a copy: it keeps its generation.
 */
async function isSecondCopy(
  orders: KnownOrders,
  { order, posOrder }: KnownOrder,
): Promise<boolean> {
  if (order.injectionState !== InjectionState.IN_POS || posOrder.posOrderId === order.posOrderId)
    return false;
  const counting = await orders.posOrder(order.posOrderId);
  return counting !== null && counting.generation !== posOrder.generation;
}

/** The staff are asked once. */
async function recordSecondCopy(
  orders: KnownOrders,
  order: Order,
  update: PosOrderUpdate,
  now: Date,
): Promise<void> {
  const { session } = orders;
  const decision = decideSecondCopy(order, update, now);
  if (decision.history.length === 0) return;
  // An earlier decision may have reported it.
  await session.flush();
  const told = await session.tx.query<unknown[]>(
    "select 1 from order_events where order_id = $1 and summary = $2::jsonb limit 1",
    [order.id, JSON.stringify(TWICE)],
  );
  if (told.length === 0) session.apply(order, decision);
}
