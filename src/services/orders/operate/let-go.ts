import { type EntityManager, IsNull } from "typeorm";

import { AttemptOutcome } from "../../../domain/attempt-outcome";
import { InjectionAttempt } from "../../../entities/injection-attempt";
import { type Order } from "../../../entities/order";
import { RefusalKind } from "../../../errors";
import { saveOrder } from "../lock-order";
import { faultOf } from "../inject/pos-fault-of";

/**
 * A person takes a stuck order out of the hands of whoever was at it: the attempt that nobody has ended is over, so that its
 * answer, should one come yet, decides nothing; and that the till may have the order is kept. Part of `tx`.
 */
export async function letGo(tx: EntityManager, order: Order, now: Date): Promise<void> {
  const end = { finishedAt: now, outcome: AttemptOutcome.ABANDONED_BY_CRASH };
  await tx.update(InjectionAttempt, { orderId: order.id, finishedAt: IsNull() }, end);
  const message = "The attempt broke off, and nobody knows how it ended";
  Object.assign(order, {
    pendingSince: null,
    lastFault: faultOf("ATTEMPT_ABANDONED", message, RefusalKind.AMBIGUOUS),
  });
  await saveOrder(tx, order, ["pendingSince", "lastFault"]);
}
