import { type EntityManager, In, IsNull } from "typeorm";

import { Batcher } from "../../../domain/concurrency/batcher";
import { AttemptOutcome } from "../../../domain/orders/attempt-outcome";
import { decideStart, isTooLateToSend, maySend } from "../../../domain/orders/decide-start";
import { Moment } from "../../../domain/time/moment";
import { type BranchSettings } from "../../../entities/branches/branch-settings";
import { InjectionAttempt } from "../../../entities/orders/injection-attempt";
import { type Order } from "../../../entities/orders/order";
import { type OrderLine } from "../../../entities/orders/order-line";
import { type Clock } from "../../../ports/clock";
import { type HeldJob } from "../../../ports/job-queue";
import { prepared } from "../../../ports/prepared";
import { type PosConnections } from "../../pos/pos-connections";
import { toRow } from "../rows/order-rows";
import { type Busy, type OrderSession, type OrderSessions } from "../session/order-session";
import { placeNow, type SentPlace } from "../session/sent-orders";
import { isElsewhere, notePlaces, surroundingsOf } from "./attempt-surroundings";

/** A recorded attempt, with everything that it needs from the database. */
export interface StartedAttempt {
  readonly order: Order;
  /** By their position. */
  readonly lines: readonly OrderLine[];
  readonly settings: BranchSettings;
  readonly timeZone: string;
  readonly number: number;
  /** The job that makes the attempt. */
  readonly job?: HeldJob | undefined;
  /** An earlier attempt used the same POS id, so the POS may have the order already. */
  readonly repeated: boolean;
  /**
   * Number of consecutive attempts right before this one that were left unfinished because the
   * process died.
   */
  readonly crashes: number;
  /** The staff have to be asked first whether the order is still wanted. */
  readonly tooLate: boolean;
  /** The moment right before it was recorded. */
  readonly begun: Moment;
  /** Where the branch is connected now; null if nowhere. */
  readonly place: SentPlace | null;
  /** The earlier attempt went to another organization, or used another key. */
  readonly sentElsewhere: boolean;
  /** Not every earlier attempt was refused, so the POS that received them may have the order. */
  readonly mayExist: boolean;
}

interface Earlier {
  readonly orderId: string;
  readonly last: number;
  readonly repeated: boolean;
  readonly mayExist: boolean;
  /** The process died during it. */
  readonly unfinished: boolean;
  readonly crashes: number;
  /** When the last attempt started. */
  readonly startedAt: Date;
}

const EARLIER = prepared(`
  select made.order_id as "orderId", max(made.number) as last, bool_or(made.generation = orders.generation) as repeated,
    bool_or(made.generation = orders.generation and coalesce(made.outcome not in ('REJECTED', 'NOT_SENT'), true)) as "mayExist",
    bool_or(made.finished_at is null) as unfinished, max(made.started_at) as "startedAt",
    max(made.number) - coalesce(max(made.number) filter (where made.outcome <> 'ABANDONED_BY_CRASH'), 0) as crashes
  from injection_attempts made join orders on orders.id = made.order_id
  where made.order_id = any ($1) group by made.order_id`);

/**
 * Records attempts before anything is sent. Those that start simultaneously share a transaction.
 */
export class StartAttempts {
  // Does not wait for an order that somebody else has locked: it would hold up the others.
  private readonly together = new Batcher((orderIds: readonly string[]) =>
    this.start(orderIds, "skip"),
  );

  constructor(
    private readonly parts: {
      readonly sessions: OrderSessions;
      readonly connections: PosConnections;
      readonly clock: Clock;
    },
  ) {}

  /**
   * The attempt is recorded once this resolves; undefined if the order is not, or no longer, to be
   * sent.
   */
  async execute(orderId: string): Promise<StartedAttempt | undefined> {
    const together = await this.together.ask(orderId);
    const [started] = together === "busy" ? await this.start([orderId], "wait") : [together];
    return typeof started === "object" ? started : undefined;
  }

  private start(orderIds: readonly string[], busy: Busy) {
    const begun = Moment.now();
    return this.parts.sessions.change(orderIds, busy, async (session) => {
      const sendable = session.orders.filter(maySend);
      const attempts = await this.record(session, sendable, begun);
      const started = new Map(attempts.map((attempt) => [attempt.order.id, attempt]));
      return orderIds.map(
        (id) => started.get(id) ?? (session.find(id) ? "not to be sent" : "busy"),
      );
    });
  }

  private async record(
    session: OrderSession,
    orders: readonly Order[],
    begun: Moment,
  ): Promise<StartedAttempt[]> {
    if (orders.length === 0) return [];
    const { tx } = session;
    const now = this.parts.clock.now();
    const earlier = await this.earlierOf(tx, orders, now);
    const attempts = orders.map((order) => ({
      order,
      number: 1 + (earlier.get(order.id)?.last ?? 0),
    }));
    const surroundings = await surroundingsOf(tx, orders);
    const places = this.placesOf(orders, surroundings);
    const noted = await notePlaces(tx, rowsOf(tx, attempts, now), orders, places);
    const started = attempts.map((attempt): StartedAttempt => {
      const { order } = attempt;
      const its = surroundings(order);
      const before = earlier.get(order.id);
      const { repeated = false, mayExist = false, crashes = 0 } = before ?? {};
      const place = places.get(order.id) ?? null;
      return {
        ...attempt,
        begun,
        tooLate: isTooLateToSend(plannedFor(order, before), its.settings.sendWithinMinutes, now),
        repeated,
        mayExist,
        crashes,
        place,
        sentElsewhere: repeated && isElsewhere(noted.get(order.posOrderId), place),
        ...its,
      };
    });
    for (const { order, number } of attempts) {
      const { unfinished: interrupted = false } = earlier.get(order.id) ?? {};
      session.apply(order, decideStart(order, number, interrupted, now));
    }
    return started;
  }

  /** Returns where the branches of orders are connected now, by order. */
  private placesOf(
    orders: readonly Order[],
    surroundings: Awaited<ReturnType<typeof surroundingsOf>>,
  ): ReadonlyMap<string, SentPlace | null> {
    const placeOf = (order: Order) =>
      placeNow(this.parts.connections, surroundings(order).settings);
    return new Map(orders.map((order) => [order.id, placeOf(order)]));
  }

  private async earlierOf(
    tx: EntityManager,
    orders: readonly Order[],
    now: Date,
  ): Promise<Map<string, Earlier>> {
    const rows = await tx.query<Earlier[]>(EARLIER, [orders.map(({ id }) => id)]);
    const abandoned = rows.filter(({ unfinished }) => unfinished).map(({ orderId }) => orderId);
    if (abandoned.length > 0) {
      const end = { finishedAt: now, outcome: AttemptOutcome.ABANDONED_BY_CRASH };
      await tx.update(InjectionAttempt, { orderId: In(abandoned), finishedAt: IsNull() }, end);
    }
    return new Map(rows.map((row) => [row.orderId, row]));
  }
}

/**
 * If the process died during an attempt, the row no longer says when the attempt was planned for;
 * that was about when it started.
 */
function plannedFor(order: Order, before: Earlier | undefined) {
  const { createdAt, wantedAt, nextAttemptAt } = order;
  return { createdAt, wantedAt, nextAttemptAt: nextAttemptAt ?? before?.startedAt ?? null };
}

function rowsOf(
  tx: EntityManager,
  attempts: readonly Pick<StartedAttempt, "order" | "number">[],
  startedAt: Date,
) {
  return attempts.map(({ order: { id: orderId, generation }, number }) =>
    toRow(tx, InjectionAttempt, { orderId, number, generation, startedAt }),
  );
}
