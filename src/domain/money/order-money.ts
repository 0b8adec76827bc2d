import { toStep } from "./currency";
import { type Kopecks, multiply } from "./money";

/** What an order costs, and how much of it is paid with points. */
export interface OrderMoney {
  readonly subtotal: Kopecks;
  readonly discount: Kopecks;
  readonly deliveryFee: Kopecks;
  readonly bonusSpent: Kopecks;
  /** What remains to be paid in money: subtotal − discount + fee − points. Never negative. */
  readonly total: Kopecks;
}

interface Parts {
  readonly subtotal: Kopecks;
  readonly discounts: readonly Kopecks[];
  /** Discount of the POS's own programme, which observes its steps. */
  readonly posDiscount?: Kopecks;
  readonly deliveryFee?: Kopecks;
  /** What the guest wants to pay with points; at most the cost of the dishes is used. */
  readonly bonus?: Kopecks;
  /** The currency's smallest amount. */
  readonly step: Kopecks;
}

export function orderMoney(parts: Parts): OrderMoney {
  const { subtotal, discounts, posDiscount = 0, deliveryFee = 0, bonus = 0, step } = parts;
  const wanted = discounts.reduce((sum, discount) => sum + Math.max(0, discount), 0);
  const pos = Math.min(posDiscount, subtotal);
  const discount = pos + toStep(Math.min(wanted, subtotal - pos), step);
  const bonusSpent = toStep(Math.min(Math.max(0, bonus), subtotal - discount), step);
  return {
    subtotal,
    discount,
    deliveryFee,
    bonusSpent,
    total: subtotal - discount + deliveryFee - bonusSpent,
  };
}

/**
 * Returns how much of an order may be paid with points: a share of its dishes. The delivery fee is
 * paid in money.
 */
export function bonusLimit(
  { subtotal, discount }: OrderMoney,
  percent: number,
  step: Kopecks,
): Kopecks {
  return toStep(Math.floor(((subtotal - discount) * percent) / 100), step);
}

/** Returns the total to be paid, with points and in money. */
export function priceOf({ total, bonusSpent }: OrderMoney): Kopecks {
  return total + bonusSpent;
}

/**
 * Returns the same order with a different part of it paid by points. @param bonus at most the cost
 * of the dishes
 */
export function paidByPoints(money: OrderMoney, bonus: Kopecks): OrderMoney {
  return { ...money, bonusSpent: bonus, total: priceOf(money) - bonus };
}

/** @param percent an integer or a number with one decimal */
export function percentOf(amount: Kopecks, percent: number): Kopecks {
  return multiply(amount, Math.round(percent * 10), 1);
}
