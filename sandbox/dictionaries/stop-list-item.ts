import { type StopListEntry } from "../restaurant/model";

/**
 * One row of a stop list. The sandbox does not store when a row was added; it reports the last UTC
 * midnight.
 */
export function stopListItem(entry: StopListEntry, now: Date) {
  const { balance, productId, sizeId, article } = entry;
  return {
    balance,
    productId,
    sizeId,
    sku: article,
    dateAdd: `${now.toISOString().slice(0, 10)} 00:00:00.000`,
  };
}
