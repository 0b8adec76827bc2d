import { type EntityManager, IsNull, Not } from "typeorm";

import { type Order } from "../../entities/orders/order";
import { StaffMessage } from "../../entities/orders/staff-message";
import { isTooEarly, obsolete } from "./is-still-needed";

/**
 * How long an interrupted message waits for another channel to reach the staff before it is
 * repeated.
 */
const OTHERS_GET_MS = 30_000;
/** How long a message may be under way: no channel takes longer to accept or reject it. */
const UNDER_WAY_MS = 60_000;

/** A message about a locked order. */
export interface ToTell {
  readonly order: Order;
  readonly delivery: StaffMessage;
}

export type Verdict =
  | { readonly kind: "send" }
  /** Whether it has to be sent depends on what other deliveries are doing right now. */
  | { readonly kind: "wait" }
  /** It must no longer be sent. */
  | { readonly kind: "drop"; readonly why: string }
  /** The message that contained it has been confirmed. */
  | { readonly kind: "arrived" };

/**
 * Decides whether an unfinished delivery may be sent now. Marks it as a repeat where it may have
 * arrived already and no other delivery has reached the staff (ADR 10).
 *
 * @param foldsCopies whether a second copy does no harm on this channel now
 * @param leaderId the delivery whose turn it is; others may go out with it
 */
export async function judgeDelivery(
  tx: EntityManager,
  { order, delivery }: ToTell,
  foldsCopies: boolean,
  now: Date,
  leaderId = delivery.id,
): Promise<Verdict> {
  const { messageId, sendingSince } = delivery;
  const sinceMs = sendingSince === null ? Infinity : now.getTime() - sendingSince.getTime();
  if (messageId !== null && sendingSince !== null) {
    if (await tx.existsBy(StaffMessage, { messageId, sentAt: Not(IsNull()) }))
      return { kind: "arrived" };
    // The delivery that leads the message knows first how it ended.
    if (messageId !== leaderId && sinceMs < UNDER_WAY_MS) return { kind: "wait" };
  }
  const why = await obsolete(tx, order, delivery);
  if (why !== undefined) return { kind: "drop", why };
  if (sendingSince !== null && !foldsCopies) {
    const verdict = await afterInterruption(tx, delivery, sinceMs);
    if (verdict) return verdict;
    Object.assign(delivery, { repeated: true, partsTaken: 0 });
  }
  return { kind: (await isTooEarly(tx, delivery)) ? "wait" : "send" };
}

/** Returns undefined if no other delivery has reached the staff. */
async function afterInterruption(
  tx: EntityManager,
  { id, orderId, purpose, round }: StaffMessage,
  sinceMs: number,
): Promise<Verdict | undefined> {
  const others = await tx.findBy(StaffMessage, { orderId, purpose, round, id: Not(id) });
  if (others.some(({ sentAt }) => sentAt))
    return { kind: "drop", why: "Interrupted while it was sent; it may have arrived" };
  const othersTry = others.some(({ givenUpAt }) => !givenUpAt);
  return othersTry && sinceMs < OTHERS_GET_MS ? { kind: "wait" } : undefined;
}
