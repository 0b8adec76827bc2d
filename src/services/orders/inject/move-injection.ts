import { type EntityManager } from "typeorm";

import { type InjectionEvent, nextInjectionState } from "../../../domain/injection-state";
import { type PosFault } from "../../../domain/pos-fault";
import { type Order } from "../../../entities/order";
import { type EventFeed } from "../../../ports/event-feed";
import { appendEvents } from "../append-events";
import { endClaims } from "../end-claims";
import { injectionSummary } from "./injection-summary";

export interface MoveDetails {
  readonly at: Date;
  readonly source?: "IIKO" | "GATEWAY";
  readonly actor?: string | null;
  readonly attempt?: number | null;
  readonly fault?: PosFault | null;
  readonly nextAttemptAt?: Date | null;
  /** For operators only. */
  readonly remark?: string | null;
}

/**
 * Takes a locked order along the injection state machine and writes the step to its history; points and promo codes that
 * are free from then on are free with it. Returns false, and changes nothing, when the event means nothing in the order's
 * state. The caller saves `injectionState` with its other columns.
 */
export async function moveInjection(
  tx: EntityManager,
  feed: EventFeed,
  order: Order,
  event: InjectionEvent,
  details: MoveDetails,
): Promise<boolean> {
  const state = nextInjectionState(order.injectionState, event);
  if (state === undefined) return false;
  order.injectionState = state;
  const { at, source = "GATEWAY", actor = null, attempt = null, fault = null, nextAttemptAt, remark = null } = details;
  const planned = nextAttemptAt ? { nextAttemptAt: nextAttemptAt.toISOString() } : {};
  const detail = { kind: "INJECTION", state, attempt, fault, remark, ...planned } as const;
  await endClaims(tx, order, at);
  await appendEvents(tx, feed, order, [{ at, source, actor, summary: injectionSummary[state], detail }]);
  return true;
}
