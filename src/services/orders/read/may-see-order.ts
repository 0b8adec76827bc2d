import { actsFor } from "../../../domain/access/acts-for";
import { type Viewer } from "../../../domain/access/viewer";
import { type Order } from "../../../entities/orders/order";

/**
 * Operators see their branches' orders, guests their own; for everybody else an order does not
 * exist.
 */
export function maySeeOrder(viewer: Viewer, { customerPhone, branchId }: Order): boolean {
  return actsFor(viewer, customerPhone, branchId);
}
