import { type EntityManager } from "typeorm";

import { InjectionEvent, InjectionState, isUnderWay, nextInjectionState } from "../../../domain/injection-state";
import { type Text } from "../../../domain/locale";
import { type UserFault } from "../../../domain/user-fault";
import { type Order } from "../../../entities/order";
import { Refused } from "../../../errors";
import { type EventFeed } from "../../../ports/event-feed";
import { type JobQueue } from "../../../ports/job-queue";
import { appendEvents } from "../append-events";
import { saveOrder } from "../lock-order";
import { lookLater } from "../inject/look-later";
import { moveInjection } from "../inject/move-injection";
import { isStuck } from "./find-stuck";
import { letGo } from "./let-go";
import { alreadyInPos, enteredAlready, notRetryable, outcomeUnknown } from "./operator-faults";
import { sendLater } from "../inject/send-later";

export interface Acting {
  readonly actor: string | null;
  readonly now: Date;
  /** For operators only; never shown to guests. */
  readonly remark?: string | null;
}

/** What people may do to an order that is stuck on its way to the till, whichever door they come through. */
export class OrderActions {
  constructor(
    readonly jobs: JobQueue,
    readonly feed: EventFeed,
  ) {}

  /** Puts what a person did on the timeline of the locked order. Part of `tx`. */
  async note(tx: EntityManager, order: Order, summary: Text, { actor, now }: Acting): Promise<void> {
    await appendEvents(tx, this.feed, order, [
      { at: now, source: "GATEWAY", actor, summary, detail: { kind: "NOTE" } },
    ]);
    await saveOrder(tx, order, []);
  }

  /** Notes that people have the locked order. Part of `tx`. */
  async handedOver(tx: EntityManager, order: Order, at: Date): Promise<void> {
    await moveInjection(tx, this, order, InjectionEvent.HANDED_OVER, { at, fault: order.lastFault });
    await saveOrder(tx, order, ["injectionState"]);
  }

  /**
   * Notes that people have entered the locked order into the till; nothing is sent any more. Part of `tx`.
   *
   * @param posNumber its number in the till, where it is known
   * @throws {Refused} ALREADY_IN_POS; CONFLICT: automation still works on the order, and has not for longer than it can
   */
  async enterByHand(tx: EntityManager, order: Order, posNumber: string | null, { actor, now, remark }: Acting) {
    if (order.injectionState === InjectionState.IN_POS) throw new Refused<UserFault>([alreadyInPos()]);
    const stuck = await isStuck(tx, order, now);
    if (!stuck && isUnderWay(order.injectionState))
      throw new Refused<UserFault>([enteredAlready(order.injectionState)]);
    const details = { at: now, actor, remark: remark ?? null };
    const moved = await moveInjection(tx, this, order, InjectionEvent.ENTERED_BY_HAND, details);
    if (!moved) throw new Refused<UserFault>([enteredAlready(order.injectionState)]);
    order.posNumber = posNumber ?? order.posNumber;
    if (stuck) await this.watchFrom(tx, order, now);
    await saveOrder(tx, order, ["injectionState", "posNumber"]);
  }

  /** The till may have what a person has entered there, too: it is looked for. */
  private async watchFrom(tx: EntityManager, order: Order, now: Date): Promise<void> {
    await letGo(tx, order, now);
    order.handedOverAt ??= now;
    await saveOrder(tx, order, ["handedOverAt"]);
    await lookLater(tx, this.jobs, order, 0);
  }

  /**
   * Sends the locked order to the till again, now. Part of `tx`. Never makes a second one: the job looks before it sends,
   * and sends the same id as before.
   *
   * @param force although the till may have the order already
   * @returns the id of the job
   * @throws {Refused} ALREADY_IN_POS, NOT_RETRYABLE, OUTCOME_UNKNOWN (without `force`)
   */
  async retry(tx: EntityManager, order: Order, force: boolean, { actor, now, remark }: Acting): Promise<string> {
    const { injectionState: state } = order;
    if (state === InjectionState.IN_POS) throw new Refused<UserFault>([alreadyInPos()]);
    const stuck = await isStuck(tx, order, now);
    if (!mayBeRetried(state, stuck)) throw new Refused<UserFault>([notRetryable(state)]);
    const peopleMayEnterIt = state === InjectionState.FALLBACK_SENT && order.lastFault?.mayExist === true;
    if (!force && (stuck || state === InjectionState.OUTCOME_UNKNOWN || peopleMayEnterIt))
      throw new Refused<UserFault>([outcomeUnknown()]);
    if (stuck) await letGo(tx, order, now);
    const details = { at: now, actor, remark: remark ?? null };
    await moveInjection(tx, this, order, InjectionEvent.RETRY_REQUESTED, details);
    Object.assign(order, { failures: 0, handedOverAt: null, nextAttemptAt: now });
    await saveOrder(tx, order, ["injectionState", "failures", "handedOverAt", "nextAttemptAt"]);
    return sendLater(tx, this.jobs, order);
  }
}

function mayBeRetried(state: InjectionState, stuck: boolean): boolean {
  if (isUnderWay(state) && !stuck) return false;
  return nextInjectionState(state, InjectionEvent.RETRY_REQUESTED) !== undefined;
}
