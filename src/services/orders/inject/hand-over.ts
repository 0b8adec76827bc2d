import { type EntityManager } from "typeorm";

import { InjectionEvent } from "../../../domain/injection-state";
import { type Text } from "../../../domain/locale";
import { DeliveryPurpose } from "../../../entities/fallback-delivery";
import { type Order } from "../../../entities/order";
import { type EventFeed } from "../../../ports/event-feed";
import { type JobQueue } from "../../../ports/job-queue";
import { currentRound } from "../../fallback/current-round";
import { writeToPeople } from "../../fallback/write-to-people";
import { appendEvents } from "../append-events";
import { lookLater } from "./look-later";
import { moveInjection } from "./move-injection";

const TELLING_PEOPLE: Text = {
  ru: "Касса не приняла заказ, передаём его сотрудникам ресторана",
  en: "The till did not take the order; the restaurant's people are being told",
};

/** Gives an order to people: one message per enabled channel of its branch, each a job of its own. */
export class HandOver {
  constructor(
    readonly jobs: JobQueue,
    readonly feed: EventFeed,
  ) {}

  /**
   * Writes the deliveries and their jobs as part of `tx`. The caller holds the order's lock and saves its row. Begins once:
   * nothing happens while people have the order already.
   */
  async begin(tx: EntityManager, order: Order, now: Date): Promise<void> {
    if (order.handedOverAt !== null) return;
    order.handedOverAt = now;
    order.nextAttemptAt = null;
    // A late till creates late orders: the order is still looked for.
    await lookLater(tx, this.jobs, order, 0);
    const round = 1 + (await currentRound(tx, order.id));
    if ((await writeToPeople(tx, this.jobs, order, DeliveryPurpose.HAND_OVER, round)) === 0) {
      await moveInjection(tx, this, order, InjectionEvent.NOBODY_REACHED, { at: now, fault: order.lastFault });
      return;
    }
    const note = { at: now, source: "GATEWAY", summary: TELLING_PEOPLE, detail: { kind: "NOTE" } } as const;
    await appendEvents(tx, this.feed, order, [note]);
  }
}
