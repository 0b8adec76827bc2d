import { type DataSource } from "typeorm";

import { type Viewer } from "../../domain/access/viewer";
import { Promotion } from "../../entities/promotions/promotion";
import { type Clock } from "../../ports/clock";
import { lockPromotion } from "./lock-promotion";

/** Ends a promotion permanently: none of its codes is accepted any more. */
export class DisablePromotion {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat: the time of the first call stays.
   *
   * @throws {Refused} NOT_FOUND, FORBIDDEN
   */
  async execute(viewer: Viewer, id: string): Promise<Promotion> {
    return this.db.transaction(async (tx) => {
      const promotion = await lockPromotion(tx, viewer, id, ["id"]);
      if (promotion.disabledAt !== null) return promotion;
      promotion.disabledAt = this.clock.now();
      await tx.update(Promotion, { id }, { disabledAt: promotion.disabledAt });
      return promotion;
    });
  }
}
