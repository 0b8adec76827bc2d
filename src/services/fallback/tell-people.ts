import { type DataSource, type EntityManager, IsNull } from "typeorm";

import { InjectionEvent } from "../../domain/injection-state";
import { type Text } from "../../domain/locale";
import { Branch } from "../../entities/branch";
import { type FallbackKind } from "../../entities/branch-settings";
import { DeliveryPurpose, FallbackDelivery } from "../../entities/fallback-delivery";
import { Order } from "../../entities/order";
import { OrderLine } from "../../entities/order-line";
import { ChannelFailed } from "../../errors";
import { type Clock } from "../../ports/clock";
import { type EventFeed } from "../../ports/event-feed";
import { type FallbackChannel, type FallbackMessage } from "../../ports/fallback-channel";
import { type JobQueue } from "../../ports/job-queue";
import { type Secrets } from "../../ports/secrets";
import { type ReportUnexpected } from "../orders/unexpected";
import { appendEvents } from "../orders/append-events";
import { lockOrder, saveOrder } from "../orders/lock-order";
import { moveInjection } from "../orders/inject/move-injection";
import { type ClaimDelivery } from "./claim-delivery";
import { toChannelFailed } from "./channel-failure";
import { currentRound } from "./current-round";
import { deliveryNote } from "./delivery-note";
import { fallbackLinks } from "./fallback-link";
import { fallbackMessage } from "./fallback-message";

/** Pauses between the tries of one channel, in seconds. After the last one the channel counts as unreachable. */
const CHANNEL_DELAYS_SECONDS = [5, 15, 30, 60, 120] as const;
const WAIT_FOR_OTHERS_SECONDS = 5;

/** Sends one message about an order over one channel (the job `tell-people`), again and again for a while. */
export class TellPeople {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly channels: Partial<Record<FallbackKind, FallbackChannel>>;
      readonly claimDelivery: ClaimDelivery;
      readonly jobs: JobQueue;
      readonly feed: EventFeed;
      readonly secrets: Secrets;
      readonly clock: Clock;
      /** Where the links in messages lead to. */
      readonly linkUrl: string;
      /** Called for what nobody expected. */
      readonly report: ReportUnexpected;
    },
  ) {}

  /**
   * Safe to repeat, and after a crash at any point. People read the message once per channel; the one case of a second
   * copy, which says that it is one, is in ADR 10.
   */
  async execute({ deliveryId }: { deliveryId: string }): Promise<void> {
    const { db, channels, claimDelivery } = this.parts;
    const known = await db.manager.findOneBy(FallbackDelivery, { id: deliveryId });
    if (!known) return;
    const channel = channels[known.kind];
    const claim = await claimDelivery.execute(deliveryId, channel?.foldsCopies ?? true);
    if (!claim) return;
    const { delivery } = claim;
    if (claim.kind === "drop") return this.giveUp(delivery, claim.why);
    if (claim.kind === "wait") return this.again(db.manager, delivery, WAIT_FOR_OTHERS_SECONDS);
    const message = await this.messageFor(claim.order, delivery);
    try {
      if (!channel) throw new ChannelFailed(`The channel ${delivery.kind} is not set up on this gateway`);
      await channel.deliver(delivery.target, message, delivery.partsTaken);
    } catch (error) {
      if (!(error instanceof ChannelFailed)) this.report(delivery, error);
      return this.failed(delivery, toChannelFailed(error));
    }
    await this.delivered(delivery);
  }

  private async messageFor(order: Order, delivery: FallbackDelivery): Promise<FallbackMessage> {
    const { manager } = this.parts.db;
    const [branch, lines] = await Promise.all([
      manager.findOneByOrFail(Branch, { id: order.branchId }),
      manager.find(OrderLine, { where: { orderId: order.id }, order: { position: "ASC" } }),
    ]);
    const { secrets, linkUrl, clock } = this.parts;
    const actions = order.handedOverAt ? fallbackLinks(secrets, linkUrl, delivery, order.handedOverAt) : [];
    const told = { order, lines, branch, now: clock.now() };
    return fallbackMessage(delivery, told, actions, (error) => this.report(delivery, error));
  }

  private report({ orderId }: FallbackDelivery, error: unknown): void {
    this.parts.report({ orderId, during: "tell-people", error });
  }

  private async delivered(delivery: FallbackDelivery): Promise<void> {
    await this.finish(delivery, { sentAt: this.parts.clock.now(), error: null }, async (tx, order, at) => {
      await this.note(tx, order, deliveryNote({ ...delivery, error: null }), at);
      if (await this.isCurrent(tx, order, delivery)) await this.move(tx, order, InjectionEvent.HANDED_OVER, at);
    });
  }

  private async failed(delivery: FallbackDelivery, { message: error, mayHaveArrived, partsTaken }: ChannelFailed) {
    // A clear no leaves no doubt, except about the copy before a repeat.
    const sendingSince = mayHaveArrived || delivery.repeated ? delivery.sendingSince : null;
    Object.assign(delivery, { sendingSince, partsTaken, error });
    const delaySeconds = CHANNEL_DELAYS_SECONDS[delivery.failures];
    if (delaySeconds === undefined) return this.giveUp(delivery, error);
    const failures = delivery.failures + 1;
    await this.parts.db.transaction(async (tx) => {
      await tx.update(FallbackDelivery, { id: delivery.id }, { failures, error, sendingSince, partsTaken });
      await this.again(tx, delivery, delaySeconds);
    });
  }

  private async giveUp(delivery: FallbackDelivery, error: string): Promise<void> {
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

  private async again(tx: EntityManager, { id, orderId }: FallbackDelivery, delaySeconds: number): Promise<void> {
    const runAt = new Date(this.parts.clock.now().getTime() + delaySeconds * 1000);
    const { branchId } = await tx.findOneByOrFail(Order, { id: orderId });
    await this.parts.jobs.enqueue(tx, "tell-people", { deliveryId: id }, { key: `tell:${id}`, runAt, branchId });
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
