import { type DataSource } from "typeorm";

import { operatesBranch, type Viewer } from "../../../domain/access/viewer";
import { type UserError } from "../../../domain/errors/user-error";
import { decideClaim } from "../../../domain/orders/decide-claim";
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

/**
 * "I'm on it": a person claims an order, so that no two people enter it into the POS. If two try
 * simultaneously, only one gets it.
 */
export class ClaimOrder {
  constructor(private readonly parts: Parts) {}

  /**
   * The claim expires after five minutes. Safe to repeat, which restarts the five minutes.
   *
   * @param takeOver claims the order although somebody else has it
   * @throws {Refused} NOT_FOUND; CONFLICT: somebody else has it, and the user error says who and
   *   until when
   */
  async execute(viewer: Viewer, id: string, takeOver: boolean): Promise<Order> {
    if (viewer.kind !== "key") throw new Refused<UserError>([orderNotFound()]);
    const operates = ({ branchId }: Order) => operatesBranch(viewer, branchId);
    return actOnOrder(this.parts, id, operates, (session, order) => {
      const now = this.parts.clock.now();
      session.apply(order, agreed(decideClaim(order, viewer, { takeOver, now })));
      return Promise.resolve();
    });
  }
}
