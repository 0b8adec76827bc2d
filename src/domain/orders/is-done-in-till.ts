import { type OrderColumns } from "./order-facts";
import { OrderStatus } from "./order-status";

/**
 * Is nothing left to cancel? An order that was cancelled before it was sent has that status here
 * and no word of the till's.
 */
export function isDoneInTill({
  status,
  rawPosStatus,
}: Pick<OrderColumns, "status" | "rawPosStatus">): boolean {
  return (
    status === OrderStatus.CLOSED || (status === OrderStatus.CANCELLED && rawPosStatus !== null)
  );
}
