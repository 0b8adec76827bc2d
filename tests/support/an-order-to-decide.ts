import { RefusalKind } from "../../src/domain/errors/refusal-kind";
import { posOrderIdFor } from "../../src/domain/ids";
import { type Decision } from "../../src/domain/orders/decision";
import { InjectionState } from "../../src/domain/orders/injection-state";
import { type OrderFacts } from "../../src/domain/orders/order-facts";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { type PosFailure } from "../../src/domain/pos/pos-failure";
import { posFailureOf } from "../../src/domain/pos/pos-failure-of";
import { Fulfilment } from "../../src/domain/ticket/order-ticket";

export const NOW = new Date("2026-03-01T12:00:00Z");
const ORDER_ID = "0b0f5a7e-43f4-4a34-a6a1-2f8a3d4f1c11";

/** An order that was accepted ten minutes ago, as decisions see it. */
export function anOrderToDecide(overrides: Partial<OrderFacts> = {}): OrderFacts {
  const taken = new Date(NOW.getTime() - 600_000);
  return {
    id: ORDER_ID,
    createdAt: taken,
    fulfilment: Fulfilment.DELIVERY,
    bonusSpent: 0,
    promotions: [],
    erasedAt: null,
    customerName: "Тест",
    customerPhone: "+79990000009",
    address: null,
    comment: null,
    injectionState: InjectionState.SENDING,
    generation: 1,
    posOrderId: posOrderIdFor(ORDER_ID, 1),
    posNumber: null,
    failures: 0,
    nextAttemptAt: null,
    pendingSince: null,
    lastFault: null,
    duplicatesPrevented: 0,
    handedOverAt: null,
    alertedAt: null,
    status: OrderStatus.NEW,
    rawPosStatus: null,
    statusChangedAt: taken,
    posTimestamp: 0,
    courier: null,
    estimatedAt: null,
    promisedAt: null,
    trackingUrl: null,
    cancelReason: null,
    trackingGeneration: 0,
    claim: null,
    ...overrides,
  };
}

export function aFault(kind = RefusalKind.RETRY): PosFailure {
  return posFailureOf("INVENTED", "The till said something", kind);
}

/**
 * In one word: the state that the order changes to, or ".", and what else follows from the
 * decision.
 */
export function inAWord(decision: Decision | undefined): string {
  if (!decision) return "-";
  const effects = decision.effects.map((effect) =>
    effect.kind === "STAFF_MESSAGE" ? effect.purpose : effect.kind,
  );
  const told = effects.filter((kind) => kind !== "MEASURE").sort();
  return [decision.step ?? ".", ...told].join("+");
}
