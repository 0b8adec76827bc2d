import { type DataSource, type EntityManager, Not } from "typeorm";

import { InjectionState } from "../../domain/injection-state";
import { DeliveryPurpose, FallbackDelivery } from "../../entities/fallback-delivery";
import { type Order } from "../../entities/order";
import { type Clock } from "../../ports/clock";
import { isDoneInTill } from "../orders/status/is-done-in-till";
import { lockOrder } from "../orders/lock-order";
import { currentRound } from "./current-round";

/** How long an interrupted message waits for another channel to reach people before it is repeated. */
const OTHERS_GET_MS = 30_000;

export type Claim =
  /** The intent is noted: send it now. */
  | { readonly kind: "send"; readonly order: Order; readonly delivery: FallbackDelivery }
  /** Whether it has to be sent depends on what others are doing at the moment. */
  | { readonly kind: "wait"; readonly delivery: FallbackDelivery }
  /** It must not be sent any more. */
  | { readonly kind: "drop"; readonly delivery: FallbackDelivery; readonly why: string };

/**
 * Decides what becomes of a delivery and notes the intent to send before anything is sent (ADR 10): whoever comes after a
 * crash knows that the message may have arrived.
 */
export class ClaimDelivery {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * @param foldsCopies a second copy does no harm on this channel
   * @returns undefined when the delivery is done with
   */
  execute(deliveryId: string, foldsCopies: boolean): Promise<Claim | undefined> {
    return this.db.transaction(async (tx) => {
      const known = await tx.findOneBy(FallbackDelivery, { id: deliveryId });
      const order = known && (await lockOrder(tx, known.orderId));
      const delivery = order && (await tx.findOneBy(FallbackDelivery, { id: deliveryId }));
      if (!delivery || delivery.sentAt || delivery.givenUpAt) return undefined;
      const why = await obsolete(tx, order, delivery);
      if (why !== undefined) return { kind: "drop", delivery, why };
      const interrupted = foldsCopies ? null : delivery.sendingSince;
      const claim = interrupted && (await this.afterInterruption(tx, delivery, interrupted));
      if (claim) return claim;
      if (delivery.purpose === DeliveryPurpose.CORRECTION && (await firstIsUnderWay(tx, delivery)))
        return { kind: "wait", delivery };
      delivery.sendingSince = this.clock.now();
      const { sendingSince, repeated, partsTaken } = delivery;
      await tx.update(FallbackDelivery, { id: deliveryId }, { sendingSince, repeated, partsTaken });
      return { kind: "send", order, delivery };
    });
  }

  /** Undefined: nobody else has reached people, so the message goes out again, marked as a repeat. */
  private async afterInterruption(
    tx: EntityManager,
    delivery: FallbackDelivery,
    since: Date,
  ): Promise<Claim | undefined> {
    const { id, orderId, purpose, round } = delivery;
    const others = await tx.findBy(FallbackDelivery, { orderId, purpose, round, id: Not(id) });
    if (others.some(({ sentAt }) => sentAt))
      return { kind: "drop", delivery, why: "Interrupted while it was sent; it may have arrived" };
    const othersTry = others.some(({ givenUpAt }) => !givenUpAt);
    if (othersTry && this.clock.now().getTime() - since.getTime() < OTHERS_GET_MS) return { kind: "wait", delivery };
    Object.assign(delivery, { repeated: true, partsTaken: 0 });
    return undefined;
  }
}

/** States in which nobody has to do anything any more. */
const SETTLED: Partial<Record<InjectionState, string>> = {
  [InjectionState.IN_POS]: "The order is in the till after all",
  [InjectionState.ENTERED_BY_HAND]: "The order was entered by hand",
  [InjectionState.CANCELLED_BEFORE_SEND]: "The order was cancelled",
};

/** What is to be done in the till, as long as the order lives there. */
const ABOUT_THE_TILL: readonly DeliveryPurpose[] = [DeliveryPurpose.CANCEL_BY_HAND, DeliveryPurpose.TWICE_IN_TILL];

/** Why nobody needs to be told this any more; undefined when they do. */
async function obsolete(tx: EntityManager, order: Order, delivery: FallbackDelivery): Promise<string | undefined> {
  if (delivery.purpose === DeliveryPurpose.CORRECTION) {
    const first = await firstMessage(tx, delivery);
    return first && mayHaveArrived(first) ? undefined : "The first message has not arrived";
  }
  if (ABOUT_THE_TILL.includes(delivery.purpose))
    return isDoneInTill(order) ? "The till is done with the order" : undefined;
  const settled = SETTLED[order.injectionState];
  if (settled !== undefined) return settled;
  if (delivery.purpose === DeliveryPurpose.ALERT) return undefined;
  const current = order.handedOverAt !== null && delivery.round === (await currentRound(tx, order.id));
  return current ? undefined : "The order is being sent to the till again";
}

function firstMessage(tx: EntityManager, { orderId, round, kind, target }: FallbackDelivery) {
  return tx.findOneBy(FallbackDelivery, { orderId, round, kind, target, purpose: DeliveryPurpose.HAND_OVER });
}

/** A correction must not overtake what it corrects. */
async function firstIsUnderWay(tx: EntityManager, correction: FallbackDelivery): Promise<boolean> {
  const first = await firstMessage(tx, correction);
  return first !== null && first.sentAt === null && first.givenUpAt === null;
}

function mayHaveArrived({ sentAt, sendingSince, partsTaken }: FallbackDelivery): boolean {
  return sentAt !== null || sendingSince !== null || partsTaken > 0;
}
