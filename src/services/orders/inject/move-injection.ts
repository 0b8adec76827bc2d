import { type EntityManager } from "typeorm";

import { type InjectionEvent, type InjectionState, nextInjectionState } from "../../../domain/injection-state";
import { type PosFault } from "../../../domain/pos-fault";
import { type Order } from "../../../entities/order";
import { type EventFeed } from "../../../ports/event-feed";
import { type JobQueue } from "../../../ports/job-queue";
import { type NewEvent, type NumberedEvent, numberEvents, writeEvents } from "../append-events";
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

export interface Move {
  readonly order: Order;
  readonly event: InjectionEvent;
  readonly details: MoveDetails;
}

/** Who has to know of a step: whoever watches, and whoever has work from it. */
export interface Followers {
  readonly feed: EventFeed;
  readonly jobs: JobQueue;
}

/**
 * Takes a locked order along the injection state machine and writes the step to its history; points and promo codes that
 * are free from then on are free with it. Returns false, and changes nothing, when the event means nothing in the order's
 * state. The caller saves `injectionState` with its other columns.
 */
export async function moveInjection(
  tx: EntityManager,
  followers: Followers,
  order: Order,
  event: InjectionEvent,
  details: MoveDetails,
): Promise<boolean> {
  return (await moveInjections(tx, followers, [{ order, event, details }])).length > 0;
}

/** The same for any number of locked orders, in one statement. @returns those that moved */
export async function moveInjections(
  tx: EntityManager,
  { feed, jobs }: Followers,
  moves: readonly Move[],
): Promise<Order[]> {
  const moved: Order[] = [];
  const steps: NumberedEvent[] = [];
  for (const { order, event, details } of moves) {
    const state = nextInjectionState(order.injectionState, event);
    if (state === undefined) continue;
    order.injectionState = state;
    await endClaims(tx, jobs, order, details.at);
    steps.push(...numberEvents(order, [stepTo(state, details)]));
    moved.push(order);
  }
  await writeEvents(tx, feed, steps);
  return moved;
}

function stepTo(state: InjectionState, details: MoveDetails): NewEvent {
  const { at, source = "GATEWAY", actor = null, attempt = null, fault = null, nextAttemptAt, remark = null } = details;
  const planned = nextAttemptAt ? { nextAttemptAt: nextAttemptAt.toISOString() } : {};
  const detail = { kind: "INJECTION", state, attempt, fault, remark, ...planned } as const;
  return { at, source, actor, summary: injectionSummary[state], detail };
}
