import { type Restaurant } from "../restaurant/model";
import { stopListItem } from "./stop-list-item";

/** A product in an order, whether as a line, a half of a compound line or a modifier. */
export interface WantedProduct {
  productId: string;
  /** null if the product has no sizes, or the amount counts for every size. */
  sizeId: string | null;
  amount: number;
}

interface StopListCheckRequest {
  terminalGroupId: string;
  wanted: readonly WantedProduct[];
  now: Date;
}

/**
 * `/api/1/stop_lists/check`: the stop list rows that cannot provide what is wanted; no
 * `rejectedItems` if all can.
 */
export function stopListCheck(restaurant: Restaurant, request: StopListCheckRequest) {
  const rejected = restaurant.stopList.filter((entry) => {
    if (entry.terminalGroupId !== request.terminalGroupId) return false;
    const amounts = request.wanted
      .filter(({ productId }) => productId === entry.productId)
      .filter(({ sizeId }) => entry.sizeId === null || sizeId === null || sizeId === entry.sizeId)
      .map(({ amount }) => amount);
    const total = amounts.reduce((sum, amount) => sum + amount, 0);
    return amounts.length > 0 && (entry.balance <= 0 || total > entry.balance);
  });
  return rejected.length > 0
    ? { rejectedItems: rejected.map((entry) => stopListItem(entry, request.now)) }
    : {};
}
