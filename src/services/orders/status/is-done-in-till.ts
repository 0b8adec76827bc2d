import { OrderStatus } from "../../../domain/order-status";
import { type Order } from "../../../entities/order";

/** Is nothing left to cancel? An order that was cancelled before it was sent has that status here and no word of the till's. */
export function isDoneInTill({ status, rawPosStatus }: Order): boolean {
  return status === OrderStatus.CLOSED || (status === OrderStatus.CANCELLED && rawPosStatus !== null);
}
