import { randomUUID } from "node:crypto";

import { type PosOrderUpdate } from "../../src/ports/pos/pos-orders";

/** An order that the till has and says nothing more of. */
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
