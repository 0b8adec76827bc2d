/**
 * Counts what happens to orders, for anyone who monitors the gateway. A step that is undone after
 * it was counted stays counted.
 */
export interface OrderMeter {
  accepted(branchId: string): void;
  /** @param seconds since the guest's order was accepted */
  reachedTill(branchId: string, seconds: number): void;
  /** @param reason the POS's code if it is understood, otherwise UNKNOWN */
  handedOver(branchId: string, reason: string): void;
  /** The POS gave no usable answer; the till may have the order. */
  answerLost(branchId: string): void;
}

/** Used where nothing is monitored. */
export const NO_ORDER_METER: OrderMeter = {
  accepted: () => undefined,
  reachedTill: () => undefined,
  handedOver: () => undefined,
  answerLost: () => undefined,
};
