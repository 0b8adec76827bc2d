import { type DataSource } from "typeorm";

import { Order } from "../../../entities/orders/order";
import { PosOrder } from "../../../entities/orders/pos-order";
import { type Transactions } from "../../../postgres/transaction";
import { isPosError } from "../../pos/pos-user-error";
import { type SentOrders } from "../session/sent-orders";
import { catchUpLater } from "./catch-up-later";
import { LOOKED, type ReconcileUpdates } from "./reconcile-updates";

const MOST_BLANKS = 10;
/** About two hours: by then polls have brought the news, or the POS denies us access. */
const MOST_TRIES = 120;

interface Noted {
  readonly tries: number;
  readonly revision: number;
}

const NOTED = "select tries, revision from order_catch_ups where order_id = $1";
const CAUGHT_UP = "delete from order_catch_ups where order_id = $1 and revision = $2";

/**
 * Asks the POS for an order whose news arrived while somebody else had it locked (the job
 * `catch-up-order`).
 */
export class CatchUpOrder {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly sentOrders: SentOrders;
      readonly reconcileUpdates: ReconcileUpdates;
      readonly transactions: Transactions;
    },
  ) {}

  /**
   * Safe to repeat. Does not wait: if the order is still locked, or the POS fails, it asks again
   * later.
   */
  async execute({ orderId, tries }: { orderId: string; tries: number }): Promise<void> {
    const { db } = this.parts;
    const [noted] = await db.query<Noted[]>(NOTED, [orderId]);
    const order = await db.manager.findOneBy(Order, { id: orderId });
    if (order) await this.catchUp(order, noted?.tries ?? tries);
    // If it has to be done once more, that is recorded under a later revision.
    if (noted) await db.query(CAUGHT_UP, [orderId, noted.revision]);
  }

  private async catchUp(order: Order, tries: number): Promise<void> {
    const { db, sentOrders, reconcileUpdates } = this.parts;
    const { id: orderId } = order;
    const ids = (await db.manager.findBy(PosOrder, { orderId })).map(
      ({ posOrderId }) => posOrderId,
    );
    try {
      const { access, updates } = await sentOrders.ask(
        order,
        async ({ pos, credential, organizationId }) => ({
          access: { pos, credential },
          updates: await pos.findOrders(credential, organizationId, ids),
        }),
      );
      // There was news about it, so a POS that does not find it now is asked again for a while.
      if (updates.length === 0 && tries < MOST_BLANKS) await this.later(order, tries);
      await reconcileUpdates.execute(access, updates, LOOKED, tries + 1);
    } catch (error) {
      if (!isPosError(error)) throw error;
      if (tries < MOST_TRIES) await this.later(order, tries);
    }
  }

  private async later({ posOrderId }: Order, tries: number): Promise<void> {
    await this.parts.transactions.run((tx) => catchUpLater(tx, [posOrderId], tries + 1));
  }
}
