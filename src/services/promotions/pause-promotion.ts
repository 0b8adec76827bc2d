import { type DataSource } from "typeorm";

import { type Viewer } from "../../domain/access/viewer";
import { Promotion } from "../../entities/promotions/promotion";
import { type Clock } from "../../ports/clock";
import { lockPromotion } from "./lock-promotion";

/** Suspends a promotion: none of its codes is accepted until the pause is lifted. */
export class PausePromotion {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat: the time of the first call stays. A promotion that has ended stays ended.
   *
   * @param paused false lifts the pause
   * @throws {Refused} NOT_FOUND, FORBIDDEN
   */
  async execute(viewer: Viewer, id: string, paused: boolean): Promise<Promotion> {
    return this.db.transaction(async (tx) => {
      const promotion = await lockPromotion(tx, viewer, id, ["id"]);
      if ((promotion.pausedAt !== null) === paused) return promotion;
      promotion.pausedAt = paused ? this.clock.now() : null;
      await tx.update(Promotion, { id }, { pausedAt: promotion.pausedAt });
      return promotion;
    });
  }
}
