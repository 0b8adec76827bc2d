import { type EntityManager } from "typeorm";

import { newId } from "../../domain/ids";
import { InjectionEvent } from "../../domain/injection-state";
import { type Text } from "../../domain/locale";
import { type BranchSettings } from "../../entities/branch-settings";
import { FallbackDelivery } from "../../entities/fallback-delivery";
import { type Order } from "../../entities/order";
import { type EventFeed } from "../../ports/event-feed";
import { type JobQueue } from "../../ports/job-queue";
import { currentRound } from "../fallback/current-round";
import { appendEvents } from "./append-events";
import { lookLater } from "./look-later";
import { moveInjection } from "./move-injection";

const TELLING_PEOPLE: Text = {
  ru: "Касса не приняла заказ, передаём его сотрудникам ресторана",
  en: "The till did not take the order; the restaurant's people are being told",
};

/** Gives an order to people: one message per enabled channel of its branch, each a job of its own. */
export class HandOver {
  constructor(
    private readonly jobs: JobQueue,
    private readonly feed: EventFeed,
  ) {}

  /** Writes the deliveries and their jobs as part of `tx`. The caller holds the order's lock and saves its row. */
  async begin(tx: EntityManager, order: Order, settings: BranchSettings | null, now: Date): Promise<void> {
    order.handedOverAt = now;
    order.nextAttemptAt = null;
    // A late till creates late orders: the order is still looked for.
    await lookLater(tx, this.jobs, order, 0, now);
    const channels = settings?.fallback.filter((channel) => channel.enabled) ?? [];
    if (channels.length === 0) {
      await moveInjection(tx, this.feed, order, InjectionEvent.NOBODY_REACHED, { at: now, fault: order.lastFault });
      return;
    }
    await appendEvents(tx, this.feed, order, [
      { at: now, source: "GATEWAY", summary: TELLING_PEOPLE, detail: { kind: "NOTE" } },
    ]);
    const round = 1 + (await currentRound(tx, order.id));
    const deliveries = channels.map(({ kind, target, language }) => {
      return { id: newId(), orderId: order.id, kind, target, language: language ?? "ru", round };
    });
    await tx.insert(FallbackDelivery, deliveries);
    for (const { id } of deliveries) {
      await this.jobs.enqueue(tx, "tell-people", { deliveryId: id }, { key: `tell:${id}`, branchId: order.branchId });
    }
  }
}
