import { type OrderColumns } from "./order-facts";
import { OrderStatus } from "./order-status";

/**
 * Returns whether there is nothing left to cancel. An order that was cancelled before it was sent
 * has that status here, but no word from the POS.
 */
export function isDoneInTill({
  status,
  rawPosStatus,
}: Pick<OrderColumns, "status" | "rawPosStatus">): boolean {
  return (
    status === OrderStatus.CLOSED || (status === OrderStatus.CANCELLED && rawPosStatus !== null)
  );
}
