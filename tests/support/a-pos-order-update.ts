import { randomUUID } from "node:crypto";

import { type OrderStatus } from "../../src/domain/orders/order-status";
import { type PosOrderUpdate } from "../../src/ports/pos/pos-orders";

/** An order that the till has, without any further details. */
export function aPosOrderUpdate(overrides: Partial<PosOrderUpdate> = {}): PosOrderUpdate {
  return {
    posOrderId: randomUUID(),
    organizationId: randomUUID(),
    timestamp: 1,
    creation: "created",
    failure: null,
    rawStatus: null,
    status: null,
    posNumber: null,
    courier: null,
    estimatedAt: null,
    promisedAt: null,
    trackingUrl: null,
    cancelReason: null,
    movedToPosOrderId: null,
    movedToOrganizationId: null,
    steps: [],
    ...overrides,
  };
}

/** The POS reports that an order of an organization has had a status since `timestamp`. */
export function aStatusUpdate(
  organizationId: string,
  posOrderId: string,
  timestamp: number,
  status: OrderStatus,
  more: Partial<PosOrderUpdate> = {},
): PosOrderUpdate {
  const rawStatus = status;
  return aPosOrderUpdate({ posOrderId, organizationId, timestamp, status, rawStatus, ...more });
}
