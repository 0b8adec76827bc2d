import { Fulfilment } from "../ticket/order-ticket";
import { InjectionState } from "./injection-state";
import { OrderStatus } from "./order-status";

/**
 * What a guest is shown about an order now: both axes, the kitchen's and the POS's, in one word.
 */
export enum OrderStage {
  PLACED = "PLACED",
  RECEIVED = "RECEIVED",
  CONFIRMING = "CONFIRMING",
  WITH_PEOPLE = "WITH_PEOPLE",
  UNREACHED = "UNREACHED",
  ACCEPTED_BY_HAND = "ACCEPTED_BY_HAND",
  ACCEPTED = "ACCEPTED",
  WAITS_FOR_KITCHEN = "WAITS_FOR_KITCHEN",
  COOKING = "COOKING",
  READY = "READY",
  ON_THE_WAY = "ON_THE_WAY",
  DELIVERED = "DELIVERED",
  CLOSED = "CLOSED",
  CANCELLED = "CANCELLED",
}

/** The parts of an order that determine its stage. */
export interface Staged {
  readonly fulfilment: Fulfilment;
  readonly status: OrderStatus;
  readonly injectionState: InjectionState;
  /**
   * When the staff were first asked to take over; null: they were not, or the order is being sent
   * to the POS again.
   */
  readonly handedOverAt: Date | null;
}

/**
 * The meaning of the kitchen's status on its own; NEW and UNCONFIRMED promise nothing, so for them
 * the way to the POS decides.
 */
const BY_STATUS: Record<
  Exclude<OrderStatus, OrderStatus.NEW | OrderStatus.UNCONFIRMED>,
  OrderStage
> = {
  [OrderStatus.ACCEPTED]: OrderStage.ACCEPTED,
  [OrderStatus.QUEUED_FOR_COOKING]: OrderStage.WAITS_FOR_KITCHEN,
  [OrderStatus.COOKING]: OrderStage.COOKING,
  [OrderStatus.READY]: OrderStage.READY,
  [OrderStatus.WAITING_FOR_COURIER]: OrderStage.READY,
  [OrderStatus.ON_THE_WAY]: OrderStage.ON_THE_WAY,
  [OrderStatus.DELIVERED]: OrderStage.DELIVERED,
  [OrderStatus.CLOSED]: OrderStage.CLOSED,
  [OrderStatus.CANCELLED]: OrderStage.CANCELLED,
};

const BY_HAND = new Set([OrderStatus.NEW, OrderStatus.UNCONFIRMED, OrderStatus.ACCEPTED]);

/**
 * The first match wins: what is over, what the staff have, what the kitchen says, what the POS
 * says.
 */
export function stageOf({
  fulfilment,
  status,
  injectionState: state,
  handedOverAt,
}: Staged): OrderStage {
  if (status === OrderStatus.CANCELLED || state === InjectionState.CANCELLED_BEFORE_SEND)
    return OrderStage.CANCELLED;
  // The POS will report nothing further: it has the order under a number of its own.
  if (state === InjectionState.ENTERED_BY_HAND && BY_HAND.has(status))
    return OrderStage.ACCEPTED_BY_HAND;
  if (status !== OrderStatus.NEW && status !== OrderStatus.UNCONFIRMED) {
    // No courier ever comes for an order that the guest collects.
    const waits = status === OrderStatus.ON_THE_WAY && fulfilment !== Fulfilment.DELIVERY;
    return waits ? OrderStage.READY : BY_STATUS[status];
  }
  if (state === InjectionState.DEAD_LETTERED) return OrderStage.UNREACHED;
  if (state === InjectionState.FALLBACK_SENT || (handedOverAt !== null && !REACHED.has(state)))
    return OrderStage.WITH_PEOPLE;
  if (status === OrderStatus.UNCONFIRMED) return OrderStage.CONFIRMING;
  return state === InjectionState.IN_POS ? OrderStage.RECEIVED : OrderStage.PLACED;
}

/** No order is waiting for the staff any more. */
const REACHED = new Set([InjectionState.IN_POS, InjectionState.NOT_REQUIRED]);
