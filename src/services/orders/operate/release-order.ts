import { type DataSource } from "typeorm";

import { operatesBranch, type Viewer } from "../../../domain/access/viewer";
import { type UserError } from "../../../domain/errors/user-error";
import { decideRelease } from "../../../domain/orders/decide-claim";
import { orderNotFound } from "../../../domain/orders/operator-errors";
import { type Order } from "../../../entities/orders/order";
import { Refused } from "../../../errors";
import { type Clock } from "../../../ports/clock";
import { type OrderSessions } from "../session/order-session";
import { actOnOrder, agreed } from "./act-on-order";

interface Parts {
  readonly db: DataSource;
  readonly sessions: OrderSessions;
  readonly clock: Clock;
}

/** A person releases an order before the claim expires. */
export class ReleaseOrder {
  constructor(private readonly parts: Parts) {}

  /**
   * Safe to repeat.
   *
   * @throws {Refused} NOT_FOUND; CONFLICT: somebody else has claimed it
   */
  async execute(viewer: Viewer, id: string): Promise<Order> {
    if (viewer.kind !== "key") throw new Refused<UserError>([orderNotFound()]);
    const operates = ({ branchId }: Order) => operatesBranch(viewer, branchId);
    return actOnOrder(this.parts, id, operates, (session, order) => {
      session.apply(order, agreed(decideRelease(order, viewer, this.parts.clock.now())));
      return Promise.resolve();
    });
  }
}
