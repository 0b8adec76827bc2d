import { type DataSource, type EntityManager, IsNull } from "typeorm";

import { posOrderIdFor } from "../../../domain/ids";
import { InjectionState } from "../../../domain/injection-state";
import { type Text } from "../../../domain/locale";
import { InjectionAttempt } from "../../../entities/injection-attempt";
import { type Order } from "../../../entities/order";
import { PosOrder } from "../../../entities/pos-order";
import { type Clock } from "../../../ports/clock";
import { type EventFeed } from "../../../ports/event-feed";
import { appendEvents } from "../append-events";
import { lockOrder, saveOrder } from "../lock-order";
import { type SentPlace } from "../sent-orders";
import { type StartedAttempt } from "./start-attempts";

const ELSEWHERE: Text = {
  ru: "Филиал подключён к другой организации, а в прежней заказа нет: он отправляется в новую",
  en: "The branch is connected to another organization, and the former one does not have the order: the new one gets it",
};

/**
 * Readies an attempt for the place where the branch is connected now, once the place of the earlier attempts has said that
 * it does not have the order. Another organization gets it under an id of its own: two tills never share one.
 */
export class LeaveFormerPlace {
  constructor(private readonly parts: { readonly db: DataSource; readonly feed: EventFeed; readonly clock: Clock }) {}

  /** Returns the attempt as it goes on; undefined: more became known of the order meanwhile, and nothing may be sent. */
  async execute(attempt: StartedAttempt): Promise<StartedAttempt | undefined> {
    const { place, number } = attempt;
    const { posOrderId, id: orderId } = attempt.order;
    return this.parts.db.transaction(async (tx) => {
      const order = await lockOrder(tx, orderId);
      const isUnderWay = order?.injectionState === InjectionState.SENDING && order.posOrderId === posOrderId;
      if (!isUnderWay || !place) return undefined;
      if (!(await tx.existsBy(InjectionAttempt, { orderId, number, finishedAt: IsNull() }))) return undefined;
      const sent = await tx.findOneBy(PosOrder, { posOrderId });
      if (sent?.organizationId === place.organizationId) {
        await tx.update(PosOrder, { posOrderId }, { keyId: place.keyId });
        return attempt;
      }
      await this.renewId(tx, order, place);
      await tx.update(InjectionAttempt, { orderId, number }, { generation: order.generation });
      return { ...attempt, order };
    });
  }

  private async renewId(tx: EntityManager, order: Order, place: SentPlace): Promise<void> {
    order.generation += 1;
    order.posOrderId = posOrderIdFor(order.id, order.generation);
    const { id: orderId, posOrderId, generation } = order;
    await tx.insert(PosOrder, { posOrderId, orderId, generation, ...place });
    const note = {
      at: this.parts.clock.now(),
      source: "GATEWAY",
      summary: ELSEWHERE,
      detail: { kind: "NOTE" },
    } as const;
    await appendEvents(tx, this.parts.feed, order, [note]);
    await saveOrder(tx, order, ["generation", "posOrderId"]);
  }
}
