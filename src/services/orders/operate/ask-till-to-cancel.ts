import { type EntityManager } from "typeorm";

import { CommandKind, OrderCommand } from "../../../entities/order-command";
import { type Order } from "../../../entities/order";
import { type EventFeed } from "../../../ports/event-feed";
import { type JobQueue, type KeyedJob } from "../../../ports/job-queue";
import { appendEvents } from "../append-events";
import { beginCommand } from "./begin-command";
import { saveOrder } from "../lock-order";

const ASKED = { ru: "Отменяем заказ на кассе", en: "The order is being cancelled in the till" };

/** Starts the job that cancels a locked order, which the till has, there. Part of `tx`. */
export async function askTillToCancel(
  tx: EntityManager,
  jobs: JobQueue,
  feed: EventFeed,
  order: Order,
  { id: commandId, actor, at }: { readonly id: string; readonly actor: string | null; readonly at: Date },
): Promise<void> {
  const note = { at, source: "GATEWAY", actor, summary: ASKED, detail: { kind: "NOTE" } } as const;
  await appendEvents(tx, feed, order, [note]);
  await saveOrder(tx, order, []);
  const { payload, options } = cancellationOf(commandId, order.branchId);
  await jobs.enqueue(tx, "cancel-order", payload, options);
}

/** The job of one wish to cancel an order in its till. */
export function cancellationOf(commandId: string, branchId: string, delayMs = 0): KeyedJob<"cancel-order"> {
  return { payload: { commandId }, options: { key: `cancel:${commandId}`, delayMs, branchId } };
}

/** What was cancelled before it was sent has turned up in the till, and nobody wants it: it is cancelled there too, once. */
export async function cancelWhatTurnedUp(
  tx: EntityManager,
  jobs: JobQueue,
  feed: EventFeed,
  order: Order,
  at: Date,
): Promise<void> {
  const kind = CommandKind.CANCEL;
  const wish = await tx.findOne(OrderCommand, {
    where: { orderId: order.id, kind },
    order: { requestedAt: "DESC" },
  });
  const { actor = null, reason = null } = wish ?? {};
  const idempotencyKey = `turned-up:${order.posOrderId}`;
  const id = await beginCommand(tx, order, { kind, idempotencyKey, actor, reason, requestedAt: at });
  if (id !== undefined) await askTillToCancel(tx, jobs, feed, order, { id, actor, at });
}
