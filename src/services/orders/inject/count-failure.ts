import { type DataSource } from "typeorm";

import { isSendable } from "../../../domain/injection-state";
import { BranchSettings } from "../../../entities/branch-settings";
import { InjectionAttempt } from "../../../entities/injection-attempt";
import { type Order } from "../../../entities/order";
import { type Clock } from "../../../ports/clock";
import { lockOrder } from "../lock-order";
import { type FailAttempt } from "./fail-attempt";
import { isAsItsAttemptLeftIt } from "./finish-attempt";
import { type PosTrouble } from "./pos-fault-of";

/** Counts a failure that is no attempt's end: none could be begun, or it had ended well, and what the POS said of it got lost. */
export class CountFailure {
  constructor(
    private readonly parts: { readonly db: DataSource; readonly failAttempt: FailAttempt; readonly clock: Clock },
  ) {}

  /**
   * With all that follows from it, in one transaction. Nothing happens when the order has moved on meanwhile.
   *
   * @param attempt which one had ended; null: none could be begun
   */
  async execute(orderId: string, attempt: number | null, trouble: PosTrouble): Promise<void> {
    const { db, failAttempt, clock } = this.parts;
    await db.transaction(async (tx) => {
      const order = await lockOrder(tx, orderId);
      if (!order || !isStill(order, attempt)) return;
      const last = await tx.maximum(InjectionAttempt, "number", { orderId });
      if (attempt !== null && last !== attempt) return;
      const settings = await tx.findOneByOrFail(BranchSettings, { branchId: order.branchId });
      const context = { now: clock.now(), source: "GATEWAY", attempt, provenFailed: false } as const;
      await failAttempt.apply(tx, order, settings, trouble, context);
    });
  }
}

function isStill(order: Order, attempt: number | null): boolean {
  if (attempt !== null) return isAsItsAttemptLeftIt(order);
  return order.handedOverAt === null && isSendable(order.injectionState);
}
