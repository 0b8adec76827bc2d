import { type Decision } from "../../../domain/orders/decision";
import { Order } from "../../../entities/orders/order";
import { isLockTimeout } from "../../../errors";
import { type HeldJob } from "../../../ports/job-queue";
import { type OrderMeter } from "../../../ports/order-meter";
import { type PosMeter } from "../../../ports/pos-meter";
import { type Transaction, type Transactions } from "../../../postgres/transaction";
import { abandonAttempts } from "../effects/abandon-attempts";
import { type OfOrder } from "../effects/effect-of-order";
import { enqueueStaffMessages } from "../effects/enqueue-staff-messages";
import { measure } from "../effects/measure";
import { orderWork } from "../effects/order-work";
import { releaseReservations } from "../effects/release-reservations";
import { returnPromotions } from "../effects/return-promotions";
import { writeCommands } from "../effects/write-commands";
import {
  announceEvents,
  type NumberedEvent,
  numberEvents,
  writeOrders,
} from "../effects/write-orders";
import { writePosIds } from "../effects/write-pos-ids";
import { readRows } from "../rows/order-rows";
import { tryAgain } from "./try-again";

/** What to do about orders that somebody else has locked: wait for them, or skip them. */
export type Busy = "wait" | "skip";

/** The outcome; "busy" if somebody else had the order locked and nothing was done. */
type FreeOutcome<T> = { readonly done: T } | "busy";

interface Parts {
  readonly transactions: Transactions;
  readonly meter: OrderMeter;
  readonly posMeter?: Pick<PosMeter, "unknownReason"> | undefined;
}

/** A second and a half in total, because people wait for it. Most locks last a few milliseconds. */
const PAUSES_MS = [50, 100, 200, 400, 750];

/** Opens sessions: every change of an order happens in one. */
export class OrderSessions {
  constructor(private readonly parts: Parts) {}

  /**
   * Locks orders until `tx` ends, always in the order of their ids, so that transactions that lock
   * some of the same orders never deadlock.
   */
  async open(
    tx: Transaction,
    orderIds: readonly string[],
    busy: Busy = "wait",
  ): Promise<OrderSession> {
    const skipping = busy === "skip" ? " skip locked" : "";
    const which = `where id = any ($1) order by id for no key update${skipping}`;
    const orders =
      orderIds.length > 0 ? await readRows(tx, Order, which, [[...new Set(orderIds)]]) : [];
    return new OrderSession(tx, this.parts, orders);
  }

  /**
   * Runs a separate transaction for some orders. What was decided in it is written when `work`
   * succeeds.
   */
  change<T>(
    orderIds: readonly string[],
    busy: Busy,
    work: (session: OrderSession) => Promise<T>,
  ): Promise<T> {
    return this.parts.transactions.run(async (tx) => {
      const session = await this.open(tx, orderIds, busy);
      const result = await work(session);
      await session.flush();
      return result;
    });
  }

  /**
   * The same for one order. While somebody else has it locked, it is retried after each pause
   * without holding a connection: however many callers wait for one order, other orders get their
   * connections.
   *
   * @param pausesMs if empty, it is tried once
   */
  async changeFree<T>(
    orderId: string,
    act: (session: OrderSession, order: Order) => Promise<T>,
    pausesMs: readonly number[] = PAUSES_MS,
  ): Promise<FreeOutcome<T>> {
    const once = () =>
      this.change([orderId], "skip", async (session) => {
        const order = session.find(orderId);
        if (!order) throw new OrderLocked("Somebody else has the order locked");
        return { done: await act(session, order) };
      });
    try {
      return await tryAgain(once, { pausesMs, after: isBusy });
    } catch (error) {
      if (isBusy(error)) return "busy";
      throw error;
    }
  }
}

class OrderLocked extends Error {}

function isBusy(error: unknown): boolean {
  return error instanceof OrderLocked || isLockTimeout(error);
}

/**
 * Orders that are locked until a transaction ends, and what is decided about them in it. This is
 * the only place that writes orders, their history and the consequences, using the same few
 * statements for any number of orders.
 */
export class OrderSession {
  private readonly byId: ReadonlyMap<string, Order>;
  private readonly changed = new Set<Order>();
  private events: NumberedEvent[] = [];
  private effects: OfOrder[] = [];
  private done: HeldJob[] = [];

  constructor(
    readonly tx: Transaction,
    private readonly parts: Pick<Parts, "meter" | "posMeter">,
    readonly orders: readonly Order[],
  ) {
    this.byId = new Map(orders.map((order) => [order.id, order]));
  }

  /** undefined if there is no such order, or it was skipped. */
  find(orderId: string): Order | undefined {
    return this.byId.get(orderId);
  }

  /** Applies a decision: from now on `order` is what was decided. Nothing is written yet. */
  apply(order: Order, { columns, history, effects }: Decision): void {
    if (Object.keys(columns).length > 0 || history.length > 0) this.changed.add(order);
    Object.assign(order, columns);
    this.events.push(...numberEvents(order, history));
    this.effects.push(...effects.map((effect) => ({ order, effect })));
  }

  /**
   * The decision completes the job: it ends with the commit, unless somebody else has it by then.
   */
  end(job: HeldJob): void {
    this.done.push(job);
  }

  /**
   * Writes what was decided since the last flush, and has it announced with the commit.
   *
   * @returns the ids of the jobs that were added, in any order
   */
  async flush(): Promise<readonly string[]> {
    const { tx, events, effects, done } = this;
    const orders = [...this.changed];
    this.changed.clear();
    [this.events, this.effects, this.done] = [[], [], []];
    await writeOrders(tx, orders, events);
    if (events.length > 0) await announceEvents(tx, events);
    return effects.length + done.length > 0 ? this.writeEffects(effects, done) : [];
  }

  private async writeEffects(
    effects: readonly OfOrder[],
    done: readonly HeldJob[],
  ): Promise<readonly string[]> {
    const { tx, parts } = this;
    await writePosIds(tx, effects);
    await abandonAttempts(tx, effects);
    await returnPromotions(tx, effects);
    const { jobs, withdrawn } = orderWork(effects);
    const further = [
      ...(await releaseReservations(tx, effects)),
      ...(await writeCommands(tx, effects)),
      ...(await enqueueStaffMessages(tx, effects)),
    ];
    await tx.withdraw(withdrawn, done);
    const ids = await tx.enqueue(...jobs, ...further);
    measure(parts.meter, parts.posMeter, effects);
    return ids;
  }
}
