import { type EntityManager } from "typeorm";

import { InjectionState } from "../../domain/orders/injection-state";
import { isDoneInTill } from "../../domain/orders/is-done-in-till";
import { OrderStatus } from "../../domain/orders/order-status";
import { type Order } from "../../entities/orders/order";
import { MessagePurpose, StaffMessage } from "../../entities/orders/staff-message";
import { currentRound } from "./current-round";

/** States in which no action is needed any more. */
const SETTLED: Partial<Record<InjectionState, string>> = {
  [InjectionState.IN_POS]: "The order is in the till after all",
  [InjectionState.ENTERED_BY_HAND]: "The order was entered by hand",
  [InjectionState.CANCELLED_BEFORE_SEND]: "The order was cancelled",
};

/** Returns why the message about a locked order is no longer needed; undefined while it is. */
export async function obsolete(
  tx: EntityManager,
  order: Order,
  delivery: StaffMessage,
): Promise<string | undefined> {
  switch (delivery.purpose) {
    case MessagePurpose.CORRECTION: {
      const first = await firstMessage(tx, delivery);
      return first && mayHaveArrived(first) ? undefined : "The first message has not arrived";
    }
    case MessagePurpose.CANCEL_BY_HAND:
      return isDoneInTill(order) ? "The till is done with the order" : undefined;
    case MessagePurpose.TWICE_IN_TILL:
      // A courier who has delivered the order may have delivered it twice, so the staff have to
      // hear of it all the same.
      return order.status === OrderStatus.CANCELLED && isDoneInTill(order)
        ? "The till is done with the order"
        : undefined;
    case MessagePurpose.ALERT:
      // "It is late, and will be sent" must not be read alongside "enter it by hand".
      return (
        SETTLED[order.injectionState] ??
        (order.handedOverAt === null ? undefined : "People have the order itself")
      );
    case MessagePurpose.HAND_OVER:
      return SETTLED[order.injectionState] ?? (await overtaken(tx, order, delivery));
  }
}

async function overtaken(
  tx: EntityManager,
  order: Order,
  { round }: StaffMessage,
): Promise<string | undefined> {
  const current = order.handedOverAt !== null && round === (await currentRound(tx, order.id));
  return current ? undefined : "The order is being sent to the till again";
}

/** A correction must not overtake what it corrects. */
export async function isTooEarly(tx: EntityManager, delivery: StaffMessage): Promise<boolean> {
  if (delivery.purpose !== MessagePurpose.CORRECTION) return false;
  const first = await firstMessage(tx, delivery);
  return first !== null && first.sentAt === null && first.givenUpAt === null;
}

function firstMessage(tx: EntityManager, { orderId, round, kind, target }: StaffMessage) {
  return tx.findOneBy(StaffMessage, {
    orderId,
    round,
    kind,
    target,
    purpose: MessagePurpose.HAND_OVER,
  });
}

function mayHaveArrived({ sentAt, sendingSince, partsTaken }: StaffMessage): boolean {
  return sentAt !== null || sendingSince !== null || partsTaken > 0;
}
