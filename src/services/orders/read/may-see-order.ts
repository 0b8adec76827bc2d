import { isStoredPhone } from "../../../domain/guests/former-phone";
import { operatesBranch, type Viewer } from "../../../domain/access/viewer";
import { type Order } from "../../../entities/orders/order";

/**
 * Operators see their branches' orders, guests their own; to everybody else an order does not
 * exist.
 */
export function maySeeOrder(viewer: Viewer, order: Order): boolean {
  if (viewer.kind === "customer") return isStoredPhone(order.customerPhone, viewer.phone);
  return operatesBranch(viewer, order.branchId);
}
