import { type StoredOrder } from "../orders/stored-order";

/** An order as a test or a person wants to see it: what came, what the till made of it. */
export function toTillOrder(stored: StoredOrder) {
  const {
    id,
    posId,
    externalNumber,
    organizationId,
    terminalGroupId,
    creationStatus,
    errorInfo,
    createCalls,
  } = stored;
  const { order, request, sourceKey, revision, timestamp, withdrawals } = stored;
  return {
    ...{
      id,
      posId,
      externalNumber,
      sourceKey,
      organizationId,
      terminalGroupId,
      creationStatus,
      errorInfo,
      createCalls,
    },
    ...{ revision, timestamp, withdrawals },
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
    /** The body of `deliveries/create`, as far as iiko knows its fields. */
    request,
    movedToDeliveryId: order?.movedToDeliveryId ?? null,
    movedFromDeliveryId: order?.movedFromDeliveryId ?? null,
  };
}

export type TillOrder = ReturnType<typeof toTillOrder>;
