import { type OrderMeter } from "../../../ports/order-meter";
import { type PosMeter } from "../../../ports/pos-meter";
import { type OfOrder, only } from "./effect-of-order";

/**
 * Updates the metrics for monitoring. If the transaction is rolled back afterwards, the counts
 * remain.
 */
export function measure(
  meter: OrderMeter,
  posMeter: Pick<PosMeter, "unknownReason"> | undefined,
  effects: readonly OfOrder[],
): void {
  for (const { order, effect } of only(effects, "MEASURE")) {
    const { branchId } = order;
    const { measured } = effect;
    if (measured.what === "UNKNOWN_REASON") posMeter?.unknownReason();
    else if (measured.what === "ANSWER_LOST") meter.answerLost(branchId);
    else if (measured.what === "HANDED_OVER") meter.handedOver(branchId, measured.reason);
    else meter.reachedTill(branchId, measured.seconds);
  }
}
