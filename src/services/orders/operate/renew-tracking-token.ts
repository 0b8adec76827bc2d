import { type DataSource } from "typeorm";

import { type Viewer } from "../../../domain/access/viewer";
import { NOTHING } from "../../../domain/orders/decision";
import { type Order } from "../../../entities/orders/order";
import { type Secrets } from "../../../ports/secrets";
import { maySeeOrder } from "../read/may-see-order";
import { trackingTokenOf } from "../read/tracking-token";
import { type OrderSessions } from "../session/order-session";
import { actOnOrder } from "./act-on-order";

/** Gives an order a new tracking token, for example when somebody else has seen its link. */
export class RenewTrackingToken {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly sessions: OrderSessions;
      readonly secrets: Secrets;
    },
  ) {}

  /**
   * The old token stops working immediately, and anyone who follows the order with it gets no
   * further updates. Each call gives another token.
   *
   * @throws {Refused} NOT_FOUND: no such order for this viewer; CONFLICT: somebody has it locked
   */
  async execute(
    viewer: Viewer,
    id: string,
  ): Promise<{ readonly order: Order; readonly trackingToken: string }> {
    const { secrets } = this.parts;
    const maySee = (order: Order) => maySeeOrder(viewer, order);
    const order = await actOnOrder(this.parts, id, maySee, async (session, locked) => {
      session.apply(locked, {
        ...NOTHING,
        columns: { trackingGeneration: locked.trackingGeneration + 1 },
      });
      await session.tx.announce(`order:${id}`);
    });
    return { order, trackingToken: trackingTokenOf(secrets, order.id, order.trackingGeneration) };
  }
}
