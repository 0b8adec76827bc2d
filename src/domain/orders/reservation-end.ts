import { InjectionState } from "./injection-state";
import { OrderStatus } from "./order-status";

/** How the reservation of an order's points ends, and by what. */
export interface ReservationEnd {
  readonly state: "SETTLED" | "RELEASED";
  readonly reason: string;
}

const RELEASING: readonly InjectionState[] = [
  InjectionState.FALLBACK_SENT,
  InjectionState.DEAD_LETTERED,
  InjectionState.ENTERED_BY_HAND,
  InjectionState.CANCELLED_BEFORE_SEND,
];

const SETTLING: readonly OrderStatus[] = [OrderStatus.DELIVERED, OrderStatus.CLOSED];

/**
 * undefined while the order is under way. Points are settled when the guest has the order: from
 * then on the POS's balance tells. They are free again when it is cancelled, and when people get
 * it, who take points at the till by hand.
 */
export function reservationEnd(
  status: OrderStatus,
  injectionState: InjectionState,
): ReservationEnd | undefined {
  if (status === OrderStatus.CANCELLED) return { state: "RELEASED", reason: status };
  if (SETTLING.includes(status)) return { state: "SETTLED", reason: status };
  return RELEASING.includes(injectionState)
    ? { state: "RELEASED", reason: injectionState }
    : undefined;
}
