import { type DataSource } from "typeorm";

import { actorOf, operatesBranch, type Viewer } from "../../../domain/access/viewer";
import { type UserError } from "../../../domain/errors/user-error";
import { isUuid } from "../../../domain/ids";
import { endedClaim } from "../../../domain/orders/decide-claim";
import { decideRetry } from "../../../domain/orders/decide-retry";
import { InjectionState } from "../../../domain/orders/injection-state";
import {
  alreadyInPos,
  leftAlone,
  leftToPeople,
  notRetryable,
  orderBusy,
} from "../../../domain/orders/operator-errors";
import { isStorable } from "../../../domain/texts/storable-text";
import { Order } from "../../../entities/orders/order";
import { Refused } from "../../../errors";
import { type Clock } from "../../../ports/clock";
import { branchNotFound } from "../../checkout/order-errors";
import { type OrderSession, type OrderSessions } from "../session/order-session";
import { agreed } from "./act-on-order";
import { refuseIfClaimed } from "./claims";

/** Maximum number that one call retries; the next call continues. */
const MOST = 100;

export interface DeadLetterFilter {
  readonly branchId: string;
  /** The POS's error code of the last failure. */
  readonly errorCode: string | null;
  /** Only orders placed before this moment. */
  readonly olderThan: Date | null;
}

/** An order that is being sent again, and the job that sends it. */
export interface RetriedOrder {
  readonly order: Order;
  readonly jobId: string;
  readonly at: Date;
}

export interface RetriedOrders {
  readonly retried: readonly RetriedOrder[];
  /** Why other matching orders were left as they are, with their numbers. */
  readonly skipped: readonly UserError[];
}

/**
 * Submits a branch's dead letters to the POS again: orders that the staff were never notified of.
 * Orders that the staff know of are left to them, because they may be entering one right now.
 */
export class RetryDeadLetters {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly sessions: OrderSessions;
      readonly clock: Clock;
    },
  ) {}

  /**
   * Safe to repeat. Each order has a separate transaction, oldest first.
   *
   * @throws {Refused} NOT_FOUND
   */
  async execute(viewer: Viewer, filter: DeadLetterFilter): Promise<RetriedOrders> {
    const { branchId, errorCode } = filter;
    if (!isUuid(branchId) || !operatesBranch(viewer, branchId))
      throw new Refused<UserError>([branchNotFound()]);
    if (errorCode !== null && !isStorable(errorCode)) return { retried: [], skipped: [] };
    const dead = await this.stuck(filter, InjectionState.DEAD_LETTERED);
    const { retried, skipped } = await this.retryAll(dead, viewer);
    const told = await this.stuck(filter, InjectionState.FALLBACK_SENT);
    return {
      retried,
      skipped: [...skipped, ...told.map(({ number }) => leftAlone(number, leftToPeople()))],
    };
  }

  /**
   * Waits for locked orders until one stays locked: the same process may have locked the others.
   */
  private async retryAll(orders: readonly Order[], viewer: Viewer): Promise<RetriedOrders> {
    const retried: RetriedOrder[] = [];
    const skipped: UserError[] = [];
    let pausesMs: readonly number[] | undefined;
    for (const { id, number } of orders) {
      try {
        const outcome = await this.retry(id, viewer, pausesMs);
        if (outcome !== "busy") retried.push(outcome.done);
        else {
          pausesMs = [];
          skipped.push(leftAlone(number, orderBusy()));
        }
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        skipped.push(
          ...(error.userErrors as UserError[]).map((reason) => leftAlone(number, reason)),
        );
      }
    }
    return { retried, skipped };
  }

  private stuck(
    { branchId, errorCode, olderThan }: DeadLetterFilter,
    state: InjectionState,
  ): Promise<Order[]> {
    const query = this.parts.db
      .createQueryBuilder(Order, "o")
      .where("o.branchId = :branchId and o.injectionState = :state and o.erasedAt is null", {
        branchId,
        state,
      })
      .orderBy("o.createdAt", "ASC")
      .limit(MOST);
    if (errorCode !== null) query.andWhere("o.lastFault ->> 'code' = :errorCode", { errorCode });
    if (olderThan !== null) query.andWhere("o.createdAt < :olderThan", { olderThan });
    return query.getMany();
  }

  /** @throws {Refused} somebody else has dealt with it in the meantime */
  private async retry(id: string, viewer: Viewer, pausesMs?: readonly number[]) {
    const act = async (session: OrderSession, order: Order): Promise<RetriedOrder> => {
      if (order.injectionState !== InjectionState.DEAD_LETTERED)
        throw new Refused<UserError>([movedOn(order.injectionState)]);
      const at = this.parts.clock.now();
      refuseIfClaimed(viewer, order, at);
      const acting = { actor: actorOf(viewer), now: at };
      const decided = decideRetry(order, { stuck: false, force: false }, acting);
      session.apply(order, endedClaim(agreed(decided)));
      const [jobId] = await session.flush();
      if (jobId === undefined) throw new Error("A job that was added has an id");
      return { order, jobId, at };
    };
    return this.parts.sessions.changeFree(id, act, pausesMs);
  }
}

function movedOn(state: InjectionState): UserError {
  if (state === InjectionState.FALLBACK_SENT) return leftToPeople();
  return state === InjectionState.IN_POS ? alreadyInPos() : notRetryable(state);
}
