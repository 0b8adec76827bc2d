import { type DataSource, type EntityManager, IsNull } from "typeorm";

import { InjectionEvent, InjectionState } from "../../domain/injection-state";
import { Branch } from "../../entities/branch";
import { type FallbackKind } from "../../entities/branch-settings";
import { FallbackDelivery } from "../../entities/fallback-delivery";
import { Order } from "../../entities/order";
import { OrderLine } from "../../entities/order-line";
import { ChannelFailed } from "../../errors";
import { type Clock } from "../../ports/clock";
import { type EventFeed } from "../../ports/event-feed";
import { type FallbackChannel } from "../../ports/fallback-channel";
import { type JobQueue } from "../../ports/job-queue";
import { fallbackMessage } from "./fallback-message";
import { lockOrder, saveOrder } from "./lock-order";
import { moveInjection } from "./move-injection";

/** Pauses between the tries of one channel, in seconds. After the last one the channel counts as unreachable. */
const CHANNEL_DELAYS_SECONDS = [5, 15, 30, 60, 120] as const;

/** Sends one order's message over one channel (the job `tell-people`), again and again for a while. */
export class TellPeople {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly channels: Partial<Record<FallbackKind, FallbackChannel>>;
      readonly jobs: JobQueue;
      readonly feed: EventFeed;
      readonly clock: Clock;
    },
  ) {}

  /** Safe to repeat; after a crash between the channel's yes and our note of it, people may get a second copy. */
  async execute({ deliveryId }: { deliveryId: string }): Promise<void> {
    const { db, channels } = this.parts;
    const delivery = await db.manager.findOneBy(FallbackDelivery, { id: deliveryId });
    if (!delivery || delivery.sentAt || delivery.givenUpAt) return;
    const order = await db.manager.findOneByOrFail(Order, { id: delivery.orderId });
    if (order.injectionState === InjectionState.IN_POS)
      return this.giveUp(delivery, "The order is in the till after all");

    const message = await this.messageFor(order, delivery);
    try {
      const channel = channels[delivery.kind];
      if (!channel) throw new ChannelFailed(`The channel ${delivery.kind} is not set up on this gateway`);
      await channel.deliver(delivery.target, message);
    } catch (error) {
      if (!(error instanceof ChannelFailed)) throw error;
      return this.failed(delivery, error);
    }
    await this.delivered(delivery);
  }

  private async messageFor(order: Order, delivery: FallbackDelivery) {
    const { manager } = this.parts.db;
    const [branch, lines] = await Promise.all([
      manager.findOneByOrFail(Branch, { id: order.branchId }),
      manager.find(OrderLine, { where: { orderId: order.id }, order: { position: "ASC" } }),
    ]);
    return fallbackMessage(delivery.id, order, lines, branch);
  }

  private async delivered(delivery: FallbackDelivery): Promise<void> {
    const at = this.parts.clock.now();
    await this.parts.db.transaction(async (tx) => {
      const order = await lockOrder(tx, delivery.orderId);
      if (!order) return;
      await tx.update(FallbackDelivery, { id: delivery.id }, { sentAt: at, error: null });
      await this.move(tx, order, InjectionEvent.HANDED_OVER, at);
    });
  }

  private async failed(delivery: FallbackDelivery, error: ChannelFailed): Promise<void> {
    const delaySeconds = CHANNEL_DELAYS_SECONDS[delivery.failures];
    if (delaySeconds === undefined) return this.giveUp(delivery, error.message);
    const failures = delivery.failures + 1;
    const runAt = new Date(this.parts.clock.now().getTime() + delaySeconds * 1000);
    await this.parts.db.transaction(async (tx) => {
      await tx.update(FallbackDelivery, { id: delivery.id }, { failures, error: error.message });
      await this.parts.jobs.enqueue(
        tx,
        "tell-people",
        { deliveryId: delivery.id },
        { key: `tell:${delivery.id}`, runAt },
      );
    });
  }

  private async giveUp(delivery: FallbackDelivery, error: string): Promise<void> {
    const at = this.parts.clock.now();
    await this.parts.db.transaction(async (tx) => {
      const order = await lockOrder(tx, delivery.orderId);
      if (!order) return;
      await tx.update(FallbackDelivery, { id: delivery.id }, { givenUpAt: at, error });
      const { round } = delivery;
      const open = await tx.countBy(FallbackDelivery, { orderId: order.id, round, givenUpAt: IsNull() });
      if (open === 0) await this.move(tx, order, InjectionEvent.NOBODY_REACHED, at);
    });
  }

  private async move(tx: EntityManager, order: Order, event: InjectionEvent, at: Date): Promise<void> {
    await moveInjection(tx, this.parts.feed, order, event, { at, fault: order.lastFault });
    await saveOrder(tx, order, ["injectionState"]);
  }
}
