import { type OrderStore } from "../orders/order-store";
import { type Coupon, type Restaurant } from "../restaurant/model";
import { toUtcTime } from "../terminal-time";

/**
 * The loyalty programme's coupons. A coupon is used up by the order that carries it, and becomes
 * free again when that order is cancelled.
 */
export class Coupons {
  constructor(
    private readonly restaurant: () => Restaurant,
    private readonly orders: OrderStore,
  ) {}

  /** Ignores case, because people type coupons by hand. */
  find(number: string): Coupon | undefined {
    return this.restaurant().coupons.find(
      (coupon) => coupon.number.toUpperCase() === number.trim().toUpperCase(),
    );
  }

  /** When an order used the coupon, in UTC; null if none did, or the order was cancelled. */
  whenActivated({ number }: Coupon): string | null {
    const order = this.orders.all().find(({ creationStatus, order: body, request }) => {
      const given = request.order.loyaltyInfo?.coupon?.toUpperCase();
      return (
        given === number.toUpperCase() && creationStatus !== "Error" && body?.status !== "Cancelled"
      );
    });
    return order ? toUtcTime(order.receivedAt) : null;
  }

  /** Returns the coupon if an order may use it now. */
  usable(number: string | null | undefined): Coupon | undefined {
    const coupon = this.find(number ?? "");
    return coupon && !coupon.isDeleted && this.whenActivated(coupon) === null ? coupon : undefined;
  }

  /** Returns an empty list if there is no such coupon. */
  info(number: string): object {
    const coupon = this.find(number);
    if (!coupon) return { couponInfo: [] };
    const { isDeleted, percent: _secret, ...names } = coupon;
    return { couponInfo: [{ ...names, whenActivated: this.whenActivated(coupon), isDeleted }] };
  }
}
