import { type DataSource } from "typeorm";

import { Order } from "../../../entities/order";
import { PosOrder } from "../../../entities/pos-order";
import { type Clock } from "../../../ports/clock";
import { type JobQueue } from "../../../ports/job-queue";
import { type PosConnections } from "../../branches/pos-connections";
import { isPosError } from "../../branches/pos-fault";
import { catchUpLater } from "./catch-up-later";
import { LOOKED, type TakeOverUpdates } from "./take-over-updates";

const MOST_BLANKS = 10;

/** Asks the POS for an order whose news came while somebody else had it locked (the job `catch-up-order`). */
export class CatchUpOrder {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly connections: PosConnections;
      readonly takeOverUpdates: TakeOverUpdates;
      readonly jobs: JobQueue;
      readonly clock: Clock;
    },
  ) {}

  /** Safe to repeat. Waits for nobody: an order that is still locked, or a POS that fails, is asked for again later. */
  async execute({ orderId, tries }: { orderId: string; tries: number }): Promise<void> {
    const { db, connections, takeOverUpdates } = this.parts;
    const order = await db.manager.findOneBy(Order, { id: orderId });
    if (!order) return;
    const { branchId, posOrderId } = order;
    try {
      const { pos, branch } = await connections.of(branchId);
      const known = await db.manager.findOneBy(PosOrder, { posOrderId });
      const organizationId = known?.organizationId ?? branch.organizationId;
      const updates = await pos.findOrders(branch.credential, organizationId, [posOrderId]);
      // News came of it: a POS that does not find it now is asked again, for a while.
      if (updates.length === 0 && tries < MOST_BLANKS) await this.later(order, tries);
      await takeOverUpdates.execute({ pos, credential: branch.credential }, updates, LOOKED, tries + 1);
    } catch (error) {
      if (!isPosError(error)) throw error;
      await this.later(order, tries);
    }
  }

  private async later({ posOrderId }: Order, tries: number): Promise<void> {
    const { db, jobs, clock } = this.parts;
    await catchUpLater(db.manager, jobs, [posOrderId], clock.now(), tries + 1);
  }
}
