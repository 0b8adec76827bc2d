import { type DataSource } from "typeorm";

import { isUuid } from "../../../domain/ids";
import { InjectionState } from "../../../domain/injection-state";
import { isStorable } from "../../../domain/storable-text";
import { type UserFault } from "../../../domain/user-fault";
import { actorOf, operatesBranch, type Viewer } from "../../../domain/viewer";
import { Order } from "../../../entities/order";
import { Refused } from "../../../errors";
import { type Clock } from "../../../ports/clock";
import { lockOrder } from "../lock-order";
import { type OrderActions } from "./order-actions";
import { branchNotFound } from "../accept/order-faults";

/** One call retries at most so many; the next call goes on. */
const MOST = 100;

export interface DeadLetterFilter {
  readonly branchId: string;
  /** The POS's own code of the last fault. */
  readonly errorCode: string | null;
  /** Only orders taken before. */
  readonly olderThan: Date | null;
}

/** An order on its way again, and the job that sends it. */
export interface RetriedOrder {
  readonly order: Order;
  readonly jobId: string;
  readonly at: Date;
}

/**
 * Sends a branch's dead letters to the till again: orders that nobody was told of. What people were told of is left to
 * them: they may be entering it at this moment.
 */
export class RetryDeadLetters {
  constructor(
    private readonly db: DataSource,
    private readonly actions: OrderActions,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat. Each order is a transaction of its own, oldest first.
   *
   * @throws {Refused} NOT_FOUND
   */
  async execute(viewer: Viewer, { branchId, errorCode, olderThan }: DeadLetterFilter): Promise<RetriedOrder[]> {
    if (!isUuid(branchId) || !operatesBranch(viewer, branchId)) throw new Refused<UserFault>([branchNotFound()]);
    if (errorCode !== null && !isStorable(errorCode)) return [];
    const query = this.db
      .createQueryBuilder(Order, "o")
      .where("o.branchId = :branchId and o.injectionState = 'DEAD_LETTERED'", { branchId })
      .orderBy("o.createdAt", "ASC")
      .limit(MOST);
    if (errorCode !== null) query.andWhere("o.lastFault ->> 'code' = :errorCode", { errorCode });
    if (olderThan !== null) query.andWhere("o.createdAt < :olderThan", { olderThan });
    const retried: RetriedOrder[] = [];
    for (const { id } of await query.getMany()) {
      const again = await this.retry(id, actorOf(viewer));
      if (again) retried.push(again);
    }
    return retried;
  }

  private async retry(id: string, actor: string | null): Promise<RetriedOrder | undefined> {
    return this.db.transaction(async (tx) => {
      const order = await lockOrder(tx, id);
      if (order?.injectionState !== InjectionState.DEAD_LETTERED) return undefined;
      const at = this.clock.now();
      return { order, jobId: await this.actions.retry(tx, order, false, { actor, now: at }), at };
    });
  }
}
