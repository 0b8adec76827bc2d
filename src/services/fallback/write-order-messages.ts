import { type EntityManager, In } from "typeorm";

import { Branch } from "../../entities/branches/branch";
import { OrderLine } from "../../entities/orders/order-line";
import { type Clock } from "../../ports/clock";
import { type Secrets } from "../../ports/secrets";
import { type ReportUnexpected } from "../orders/session/unexpected";
import { type OrderMessage } from "./batched-message";
import { fallbackLinks } from "./fallback-link";
import { fallbackMessage } from "./fallback-message";
import { type ToTell } from "./judge-delivery";

/** Writes the texts of messages about orders. */
export class WriteOrderMessages {
  constructor(
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    /** Base URL of the links in messages. */
    private readonly linkUrl: string,
    /**
     * Called with errors that prevent a whole order from being written out; the staff then get a
     * shorter message rather than none.
     */
    private readonly report: ReportUnexpected,
  ) {}

  /** Returns one message for each, in the same order. Only reads. */
  async execute(tx: EntityManager, told: readonly ToTell[]): Promise<OrderMessage[]> {
    const orders = told.map(({ order }) => order);
    const lines = await tx.find(OrderLine, {
      where: { orderId: In(orders.map(({ id }) => id)) },
      order: { position: "ASC" },
    });
    const branches = await tx.findBy(Branch, {
      id: In([...new Set(orders.map(({ branchId }) => branchId))]),
    });
    return told.flatMap(({ order, delivery }) => {
      const branch = branches.find(({ id }) => id === order.branchId);
      if (!branch) return [];
      const { secrets, linkUrl, clock } = this;
      const actions = order.handedOverAt
        ? fallbackLinks(secrets, linkUrl, delivery, order.handedOverAt)
        : [];
      const own = lines.filter(({ orderId }) => orderId === order.id);
      const report = (error: unknown) =>
        this.report({ orderId: order.id, during: "tell-people", error });
      const message = fallbackMessage(
        delivery,
        { order, lines: own, branch, now: clock.now() },
        actions,
        report,
      );
      return [{ number: order.number, message }];
    });
  }
}
