import { operatesBranch, type Viewer } from "../../../domain/access/viewer";
import {
  InjectionEvent,
  InjectionState,
  isUnderWay,
  nextInjectionState,
} from "../../../domain/orders/injection-state";
import { isFinal, OrderStatus } from "../../../domain/orders/order-status";
import { type Order } from "../../../entities/orders/order";
import { maySeeOrder } from "../read/may-see-order";

/** A guest cannot cancel what is already being cooked. */
const BEFORE_COOKING = new Set([
  OrderStatus.NEW,
  OrderStatus.UNCONFIRMED,
  OrderStatus.ACCEPTED,
  OrderStatus.QUEUED_FOR_COOKING,
]);

/**
 * Whether the viewer may cancel the order as it is now: guests while nobody is working on it,
 * operators wherever it is possible.
 *
 * @param stuck nothing is working on the order, although its state says so
 */
export function mayCancelOrder(viewer: Viewer, order: Order, stuck: boolean): boolean {
  if (!maySeeOrder(viewer, order)) return false;
  const operator = operatesBranch(viewer, order.branchId);
  if (order.injectionState === InjectionState.IN_POS)
    return operator ? isUndelivered(order.status) : BEFORE_COOKING.has(order.status);
  if (isUnderWay(order.injectionState) && !(stuck && operator)) return false;
  const people = order.handedOverAt !== null;
  return (
    nextInjectionState(order.injectionState, InjectionEvent.CANCELLED) !== undefined &&
    (operator || !people)
  );
}

function isUndelivered(status: OrderStatus): boolean {
  return !isFinal(status) && status !== OrderStatus.DELIVERED;
}
