import { type DataSource, type EntityManager } from "typeorm";

import { InjectionEvent, InjectionState } from "../../../domain/injection-state";
import { Observation } from "../../../domain/order-event";
import { OrderStatus } from "../../../domain/order-status";
import { isLonger } from "../../../domain/text-length";
import { type UserFault } from "../../../domain/user-fault";
import { actorOf, type Viewer } from "../../../domain/viewer";
import { type Order } from "../../../entities/order";
import { CommandKind, CommandOutcome } from "../../../entities/order-command";
import { InjectionAttempt } from "../../../entities/injection-attempt";
import { Refused } from "../../../errors";
import { type Clock } from "../../../ports/clock";
import { type EventFeed } from "../../../ports/event-feed";
import { type JobQueue } from "../../../ports/job-queue";
import { correctPeople } from "../../fallback/correct-people";
import { appendEvents } from "../append-events";
import { actOnOrder } from "./act-on-order";
import { askTillToCancel } from "./ask-till-to-cancel";
import { beginCommand } from "./begin-command";
import { isStuck } from "./find-stuck";
import { letGo } from "./let-go";
import { saveOrder } from "../lock-order";
import { lookLater } from "../inject/look-later";
import { mayCancelOrder } from "./may-cancel-order";
import { maySeeOrder } from "../read/may-see-order";
import { moveInjection } from "../inject/move-injection";
import { notCancellable, textOutOfRange } from "./operator-faults";
import { statusSummary } from "../status/status-summary";
import { isPrintable } from "../text-faults";

export const LONGEST_REASON = 250;

export interface CancelRequest {
  readonly id: string;
  readonly reason: string;
  /** The same key never asks twice. */
  readonly idempotencyKey: string | null;
}

/** Cancels an order: at once while it has not been sent, by a job once the till has it. */
export class CancelOrder {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly jobs: JobQueue;
      readonly feed: EventFeed;
      readonly clock: Clock;
    },
  ) {}

  /**
   * An order in the till comes back unchanged: its `cancellation` says what becomes of the request.
   *
   * @throws {Refused} NOT_FOUND, INVALID; CONFLICT: it cannot be cancelled now, or somebody has it locked
   */
  async execute(viewer: Viewer, { id, reason, idempotencyKey }: CancelRequest): Promise<Order> {
    const now = this.parts.clock.now();
    const maySee = (order: Order) => maySeeOrder(viewer, order);
    return actOnOrder(this.parts.db, id, maySee, async (tx, order) => {
      if (!reason.trim() || isLonger(reason, LONGEST_REASON) || !isPrintable(reason))
        throw new Refused<UserFault>([textOutOfRange("reason", LONGEST_REASON)]);
      const inTill = order.injectionState === InjectionState.IN_POS;
      const stuck = await isStuck(tx, order, now);
      const cancellable = mayCancelOrder(viewer, order, stuck);
      const actor = actorOf(viewer);
      const details = { kind: CommandKind.CANCEL, idempotencyKey, actor, reason, requestedAt: now };
      const done = inTill ? {} : { outcome: CommandOutcome.DONE, finishedAt: now };
      const commandId = await beginCommand(tx, order, { ...details, ...done });
      if (commandId === undefined) return order;
      if (!cancellable) throw new Refused<UserFault>([notCancellable()]);
      const { jobs, feed } = this.parts;
      if (stuck) await letGo(tx, order, now);
      if (inTill) await askTillToCancel(tx, jobs, feed, order, { id: commandId, actor, at: now });
      else await this.beforeSending(tx, order, reason, actor, now);
      return order;
    });
  }

  private async beforeSending(tx: EntityManager, order: Order, remark: string, actor: string | null, now: Date) {
    await moveInjection(tx, this.parts, order, InjectionEvent.CANCELLED, { at: now, actor, remark });
    const { status: from } = order;
    const how = { observedBy: Observation.COMMAND, rawPosStatus: null, lateBySeconds: null };
    const detail = { kind: "STATUS", from, to: OrderStatus.CANCELLED, ...how } as const;
    const summary = statusSummary[OrderStatus.CANCELLED];
    await appendEvents(tx, this.parts.feed, order, [{ at: now, source: "GATEWAY", actor, summary, detail }]);
    Object.assign(order, { status: OrderStatus.CANCELLED, statusChangedAt: now, nextAttemptAt: null });
    await saveOrder(tx, order, ["injectionState", "status", "statusChangedAt", "nextAttemptAt"]);
    await correctPeople(tx, this.parts.jobs, order);
    // An earlier attempt may have got through, whatever was answered: should it turn up, it is cancelled there.
    if (await tx.existsBy(InjectionAttempt, { orderId: order.id })) await lookLater(tx, this.parts.jobs, order, 0);
  }
}
