import { type StoredOrder } from "./stored-order";

/** iiko's `orderInfo`. Of the external data only the keys the reader names are handed out. */
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
