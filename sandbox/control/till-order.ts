import { type StoredOrder } from "../orders/stored-order";

/**
 * An order as a test or a person wants to see it: what was received, and what the till made of it.
 */
export function toTillOrder(stored: StoredOrder) {
  const { order } = stored;
  return {
    id: stored.id,
    posId: stored.posId,
    externalNumber: stored.externalNumber,
    sourceKey: stored.sourceKey,
    organizationId: stored.organizationId,
    terminalGroupId: stored.terminalGroupId,
    creationStatus: stored.creationStatus,
    errorInfo: stored.errorInfo,
    createCalls: stored.createCalls,
    revision: stored.revision,
    timestamp: stored.timestamp,
    withdrawals: stored.withdrawals,
    number: order?.number ?? null,
    status: order?.status ?? null,
    sum: order?.sum ?? null,
    phone: order?.phone ?? null,
    comment: order?.comment ?? null,
    completeBefore: order?.completeBefore ?? null,
    service: order?.orderType.orderServiceType ?? null,
    discounts: order?.discounts ?? [],
    payments: order?.payments ?? [],
    combos: order?.combos ?? [],
    items: order?.items ?? [],
    /** The body of `deliveries/create`, limited to the fields that iiko knows. */
    request: stored.request,
    movedToDeliveryId: order?.movedToDeliveryId ?? null,
    movedFromDeliveryId: order?.movedFromDeliveryId ?? null,
  };
}

export type TillOrder = ReturnType<typeof toTillOrder>;
