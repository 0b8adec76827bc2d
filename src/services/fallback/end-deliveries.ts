import { type EntityManager, IsNull } from "typeorm";

import { decideMessageEnd } from "../../domain/orders/decide-notes";
import { type Decision } from "../../domain/orders/decision";
import { type Order } from "../../entities/orders/order";
import { MessagePurpose, StaffMessage } from "../../entities/orders/staff-message";
import { isMomentary } from "../../errors";
import { type ChannelVendor } from "../../ports/channel-vendor";
import { type Clock } from "../../ports/clock";
import { type OrderSessions } from "../orders/session/order-session";
import { tryAgain } from "../orders/session/try-again";
import { type ChannelPaces } from "./channel-paces";
import { currentRound } from "./current-round";
import { deliveryNote } from "./delivery-note";

/**
 * A result that is not recorded leads to a repeated message, so an order that somebody else has
 * locked is worth some patience.
 */
const INSISTING = { pausesMs: [0, 0, 0, 0], after: isMomentary };

type Follow = (tx: EntityManager, order: Order, at: Date) => Promise<Decision>;

/** Records how staff messages ended, separately for each order. */
export class EndDeliveries {
  constructor(
    private readonly parts: {
      readonly sessions: OrderSessions;
      readonly paces: ChannelPaces;
      readonly vendors: readonly ChannelVendor[];
      readonly clock: Clock;
    },
  ) {}

  /** The staff have received it. */
  async delivered(delivery: StaffMessage): Promise<void> {
    const { paces, vendors, clock } = this.parts;
    const changes = { sentAt: clock.now(), error: null, putOffUntil: null };
    const follow: Follow = async (tx, order, at) => {
      await paces.goesOn(tx, delivery);
      const current = await this.isCurrent(tx, order, delivery);
      const note = deliveryNote(vendors, { ...delivery, error: null });
      return decideMessageEnd(order, note, current ? "HANDED_OVER" : null, at);
    };
    await tryAgain(() => this.finish(delivery, changes, follow), INSISTING);
  }

  /** No further attempt is made. */
  async giveUp(delivery: StaffMessage, error: string): Promise<void> {
    const { sendingSince, partsTaken, purpose, round } = delivery;
    const changes = { givenUpAt: this.parts.clock.now(), error, sendingSince, partsTaken };
    await this.finish(delivery, changes, async (tx, order, at) => {
      const open = { orderId: order.id, purpose, round, givenUpAt: IsNull() };
      const nobody =
        (await this.isCurrent(tx, order, delivery)) && (await tx.countBy(StaffMessage, open)) === 0;
      return decideMessageEnd(
        order,
        deliveryNote(this.parts.vendors, { ...delivery, error }),
        nobody ? "NOBODY_REACHED" : null,
        at,
      );
    });
  }

  private async finish(
    delivery: StaffMessage,
    changes: Partial<StaffMessage>,
    follow: Follow,
  ): Promise<void> {
    const { sessions, clock } = this.parts;
    await sessions.change([delivery.orderId], "wait", async (session) => {
      const { tx } = session;
      const order = session.find(delivery.orderId);
      const open = { id: delivery.id, sentAt: IsNull(), givenUpAt: IsNull() };
      const { affected } = await tx.update(StaffMessage, open, changes);
      if (order && affected) session.apply(order, await follow(tx, order, clock.now()));
    });
  }

  /**
   * Whether the delivery decides about the order's state. Only those of the latest hand-over do,
   * while it lasts.
   */
  private async isCurrent(
    tx: EntityManager,
    order: Order,
    { purpose, round }: StaffMessage,
  ): Promise<boolean> {
    if (purpose !== MessagePurpose.HAND_OVER || order.handedOverAt === null) return false;
    return round === (await currentRound(tx, order.id));
  }
}
