import { randomUUID } from "node:crypto";

import { type Viewer } from "../../src/domain/access/viewer";
import { type PromotionTerms } from "../../src/domain/promotions/promotion-terms";
import { PromoUse } from "../../src/entities/promotions/promo-use";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { aNewOrder } from "./a-new-order";
import { aPromotion } from "./a-promotion";
import { errorsOf } from "./catalogue-fixture";
import { OrderFixture } from "./order-fixture";
import { storePromotion } from "./stored-promotion";

const DISCOUNT = randomUUID();

/** Orders with promo codes at a branch whose universal discount takes a sum. */
export class PromoFixture {
  branchId = "";

  private constructor(readonly orders: OrderFixture) {}

  static async start(): Promise<PromoFixture> {
    return new PromoFixture(await OrderFixture.start());
  }

  /** Opens a new branch: nothing of the previous test is under way, and no phone has ordered. */
  async renew(): Promise<void> {
    const { orders } = this;
    this.branchId = await orders.branch({ universalDiscountId: DISCOUNT });
    orders.pos.knownDiscounts = [
      { posId: DISCOUNT, name: "Универсальная", kind: "FlexibleSum", takesSum: true },
    ];
    await orders.pass();
    await orders.db.query("update orders set status = 'CANCELLED'");
  }

  /** A code that has not been used yet. */
  code(): string {
    return `T-${randomUUID().slice(0, 8).toUpperCase()}`;
  }

  promotion(overrides: Partial<PromotionTerms>, ...codes: string[]): Promise<PromotionTerms> {
    return storePromotion(this.orders.db, aPromotion(this.branchId, overrides), ...codes);
  }

  take(
    promoCodes: string[],
    more: Partial<NewOrder> = {},
    viewer: Viewer = { kind: "anonymous" },
    gateway: OrderFixture["useCases"] = this.orders.useCases,
  ) {
    return gateway.createOrder.execute(
      aNewOrder(this.branchId, { promoCodes, ...more }),
      [],
      viewer,
    );
  }

  /** Each fault as "CODE path". */
  async refusal(...asked: Parameters<PromoFixture["take"]>): Promise<string[]> {
    return (await errorsOf(this.take(...asked))).map(
      ({ code, field }) => `${code} ${field?.join(".") ?? ""}`,
    );
  }

  usesOf({ id }: PromotionTerms): Promise<PromoUse[]> {
    return this.orders.db.manager.findBy(PromoUse, { promotionId: id });
  }
}
