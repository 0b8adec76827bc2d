import { type StoredOrder } from "./stored-order";

/** iiko's `orderInfo`. Includes only those keys of the external data that the reader names. */
export function presentOrder(order: StoredOrder, externalDataKeys: readonly string[] = []) {
  const { id, posId, externalNumber, organizationId, timestamp, creationStatus, errorInfo } = order;
  const shared =
    order.order?.externalData?.filter(({ key }) => externalDataKeys.includes(key)) ?? [];
  return {
    id,
    posId,
    externalNumber,
    organizationId,
    timestamp,
    creationStatus,
    errorInfo,
    order: order.order ? { ...order.order, externalData: shared.length > 0 ? shared : null } : null,
  };
}
