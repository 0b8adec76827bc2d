import { type DataSource } from "typeorm";

import { decideProbe, isOpen } from "../../../domain/orders/decide-probe";
import { Observation } from "../../../domain/orders/order-event";
import { Order } from "../../../entities/orders/order";
import { AppError } from "../../../errors";
import { type Clock } from "../../../ports/clock";
import { type PosOrderUpdate } from "../../../ports/pos/pos-orders";
import { settingsOf } from "../session/ask-of-orders";
import { type OrderSessions } from "../session/order-session";
import { type SentOrders } from "../session/sent-orders";
import { ONCE_MORE, tryAgain } from "../session/try-again";
import { type ReportUnexpected } from "../session/unexpected";
import { type RecordPosUpdate } from "../status/record-pos-update";

/**
 * Probes the POS for an order whose outcome is unknown (the job `confirm-submission`), until it is
 * known.
 */
export class ConfirmSubmission {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly sentOrders: SentOrders;
      readonly recordPosUpdate: RecordPosUpdate;
      readonly sessions: OrderSessions;
      readonly clock: Clock;
      /** Called for unexpected errors. */
      readonly report: ReportUnexpected;
    },
  ) {}

  /** Only reads from the POS; safe to repeat. */
  async execute({ orderId, look }: { orderId: string; look: number }): Promise<void> {
    const order = await this.parts.db.manager.findOneBy(Order, { id: orderId });
    if (!order || !isOpen(order)) return;
    const seen = await this.probe(order);
    if (seen !== "unreachable" && seen !== "absent") await this.record(seen, order);
    await this.decide(order, look, seen === "absent");
  }

  /**
   * A result that cannot be recorded leaves the order as it is: the next probes, and finally the
   * staff, decide.
   */
  private async record(seen: PosOrderUpdate, { id: orderId }: Order): Promise<void> {
    const how = { observedBy: Observation.READ_THROUGH, confirmed: true };
    try {
      await tryAgain(() => this.parts.recordPosUpdate.execute(seen, how), ONCE_MORE);
    } catch (error) {
      this.parts.report({ orderId, during: "confirm-submission", error });
    }
  }

  private async probe(order: Order): Promise<PosOrderUpdate | "absent" | "unreachable"> {
    try {
      const found = await this.parts.sentOrders.ask(order, ({ pos, credential, organizationId }) =>
        pos.findOrders(credential, organizationId, [order.posOrderId], order.placeAt),
      );
      return found.find((update) => update.posOrderId === order.posOrderId) ?? "absent";
    } catch (error) {
      // Without an answer nothing is decided; the next probe or the send job tries again.
      if (!(error instanceof AppError))
        this.parts.report({ orderId: order.id, during: "confirm-submission", error });
      return "unreachable";
    }
  }

  private async decide(looked: Order, look: number, absent: boolean): Promise<void> {
    const now = this.parts.clock.now();
    await this.parts.sessions.change([looked.id], "wait", async (session) => {
      const [order] = session.orders;
      const settings =
        order && isOpen(order) && (await settingsOf(session.tx, [order])).get(order.branchId);
      if (settings)
        session.apply(order, decideProbe(order, looked, settings, { look, absent, now }));
    });
  }
}
