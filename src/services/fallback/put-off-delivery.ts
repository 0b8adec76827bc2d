import { decidePutOff } from "../../domain/orders/decide-notes";
import { type Order } from "../../entities/orders/order";
import { MessagePurpose, StaffMessage } from "../../entities/orders/staff-message";
import { type ChannelVendor } from "../../ports/channel-vendor";
import { type Clock } from "../../ports/clock";
import { tellingOf } from "../orders/rows/order-jobs";
import { type OrderSession, type OrderSessions } from "../orders/session/order-session";
import { putOffNote } from "./delivery-note";
import { type ToTell } from "./judge-delivery";

/**
 * Anyone who has to enter an order cannot wait longer than this: the branch's other channels are
 * notified.
 */
const LONG_MS = 60_000;

/**
 * Makes a delivery wait for its target as long as necessary: waiting uses up no attempt and creates
 * no dead letter.
 */
export class PutOffDelivery {
  constructor(
    private readonly parts: {
      readonly sessions: OrderSessions;
      readonly vendors: readonly ChannelVendor[];
      readonly clock: Clock;
    },
  ) {}

  async execute({ order, delivery }: ToTell, waitMs: number): Promise<void> {
    const { sessions, clock } = this.parts;
    const delayMs = Math.ceil(waitMs);
    const until = new Date(clock.now().getTime() + delayMs);
    const toldOthers = isLong(order, delivery, until) ? [order.id] : [];
    await sessions.change(toldOthers, "wait", async (session) => {
      await session.tx.enqueue({
        task: "tell-people",
        ...tellingOf(delivery.id, order.branchId, delayMs),
      });
      await this.tellOthers(session, delivery, until);
    });
  }

  /**
   * Runs once per delivery: the timeline explains why nobody has the order yet, and channels that
   * the branch has added since are used.
   */
  private async tellOthers(
    session: OrderSession,
    { id, kind, round }: StaffMessage,
    until: Date,
  ): Promise<void> {
    const { tx, orders } = session;
    const [order] = orders;
    const delivery = order && (await tx.findOneBy(StaffMessage, { id }));
    if (!delivery) return;
    await tx.update(StaffMessage, { id }, { putOffUntil: until });
    if (delivery.putOffUntil === null)
      session.apply(
        order,
        decidePutOff(order, putOffNote(this.parts.vendors, kind), round, this.parts.clock.now()),
      );
  }
}

function isLong({ handedOverAt }: Order, { purpose }: StaffMessage, until: Date): boolean {
  if (purpose !== MessagePurpose.HAND_OVER || handedOverAt === null) return false;
  return until.getTime() - handedOverAt.getTime() > LONG_MS;
}
