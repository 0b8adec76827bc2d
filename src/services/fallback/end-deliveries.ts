import { type DataSource, type EntityManager, IsNull } from "typeorm";

import { InjectionEvent } from "../../domain/injection-state";
import { type Text } from "../../domain/locale";
import { DeliveryPurpose, FallbackDelivery } from "../../entities/fallback-delivery";
import { type Order } from "../../entities/order";
import { isMomentary } from "../../errors";
import { type Clock } from "../../ports/clock";
import { type EventFeed } from "../../ports/event-feed";
import { type JobQueue } from "../../ports/job-queue";
import { appendEvents } from "../orders/append-events";
import { moveInjection } from "../orders/inject/move-injection";
import { lockOrder, saveOrder } from "../orders/lock-order";
import { type ChannelPaces } from "./channel-paces";
import { currentRound } from "./current-round";
import { deliveryNote } from "./delivery-note";

/** What nobody notes is told again: an order that somebody else has locked is worth some patience. */
const MOST_TRIES = 5;

async function insisting(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isMomentary(error) || tries === MOST_TRIES) throw error;
    }
  }
}

/** Notes how messages to people ended, for each order by itself. */
export class EndDeliveries {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly paces: ChannelPaces;
      readonly jobs: JobQueue;
      readonly feed: EventFeed;
      readonly clock: Clock;
    },
  ) {}

  /** People have it. */
  async delivered(delivery: FallbackDelivery): Promise<void> {
    const { paces, clock } = this.parts;
    const changes = { sentAt: clock.now(), error: null, putOffUntil: null };
    const end = () =>
      this.finish(delivery, changes, async (tx, order, at) => {
        await paces.goesOn(tx, delivery);
        await this.note(tx, order, deliveryNote({ ...delivery, error: null }), at);
        if (await this.isCurrent(tx, order, delivery)) await this.move(tx, order, InjectionEvent.HANDED_OVER, at);
      });
    await insisting(end);
  }

  /** No further try is made. */
  async giveUp(delivery: FallbackDelivery, error: string): Promise<void> {
    const { sendingSince, partsTaken, purpose, round } = delivery;
    const changes = { givenUpAt: this.parts.clock.now(), error, sendingSince, partsTaken };
    await this.finish(delivery, changes, async (tx, order, at) => {
      await this.note(tx, order, deliveryNote({ ...delivery, error }), at);
      if (!(await this.isCurrent(tx, order, delivery))) return;
      const open = await tx.countBy(FallbackDelivery, { orderId: order.id, purpose, round, givenUpAt: IsNull() });
      if (open === 0) await this.move(tx, order, InjectionEvent.NOBODY_REACHED, at);
    });
  }

  private async finish(
    delivery: FallbackDelivery,
    changes: Partial<FallbackDelivery>,
    follow: (tx: EntityManager, order: Order, at: Date) => Promise<void>,
  ): Promise<void> {
    await this.parts.db.transaction(async (tx) => {
      const order = await lockOrder(tx, delivery.orderId);
      const open = { id: delivery.id, sentAt: IsNull(), givenUpAt: IsNull() };
      const { affected } = await tx.update(FallbackDelivery, open, changes);
      if (order && affected) await follow(tx, order, this.parts.clock.now());
    });
  }

  /** Does the delivery decide about the order's state? Only those of the newest hand-over do, while it lasts. */
  private async isCurrent(tx: EntityManager, order: Order, { purpose, round }: FallbackDelivery): Promise<boolean> {
    if (purpose !== DeliveryPurpose.HAND_OVER || order.handedOverAt === null) return false;
    return round === (await currentRound(tx, order.id));
  }

  private async note(tx: EntityManager, order: Order, summary: Text, at: Date): Promise<void> {
    await appendEvents(tx, this.parts.feed, order, [{ at, source: "GATEWAY", summary, detail: { kind: "NOTE" } }]);
    await saveOrder(tx, order, []);
  }

  private async move(tx: EntityManager, order: Order, event: InjectionEvent, at: Date): Promise<void> {
    await moveInjection(tx, this.parts, order, event, { at, fault: order.lastFault });
    await saveOrder(tx, order, ["injectionState"]);
  }
}
