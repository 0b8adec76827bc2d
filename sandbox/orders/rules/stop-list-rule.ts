import { type StopListEntry } from "../../restaurant/model";
import { type RequestedItem } from "../create-request";
import { errorInfo } from "../error-info";
import { partsOf } from "./item-rules";
import { type OrderRule } from "./order-case";

/**
 * Refuses what is sold out or ordered in a larger amount than is left, options included, when the
 * caller asks for the check.
 */
export const stopListRule: OrderRule = ({ restaurant, request }) => {
  if (request.createOrderSettings?.checkStopList !== true) return undefined;
  const stopped = restaurant.stopList.find(
    (entry) =>
      entry.terminalGroupId === request.terminalGroupId && isOverdrawn(entry, request.order.items),
  );
  return stopped
    ? errorInfo("Common", `Product ${stopped.article} is in the stop list`)
    : undefined;
};

function isOverdrawn(entry: StopListEntry, items: readonly RequestedItem[]): boolean {
  const amount = items.reduce((sum, item) => sum + amountIn(entry, item), 0);
  return amount > 0 && amount > entry.balance;
}

/** An entry without a size applies to every size. */
function amountIn(entry: StopListEntry, item: RequestedItem): number {
  const sizeFits = entry.sizeId === null || entry.sizeId === (item.productSizeId ?? null);
  return partsOf(item).reduce((sum, part) => {
    const own = part.productId === entry.productId && sizeFits ? item.amount : 0;
    const added = part.modifiers
      .filter(({ productId }) => productId === entry.productId)
      .reduce((total, { amount }) => total + amount * item.amount, 0);
    return sum + own + added;
  }, 0);
}
