import { toStep } from "./currency";
import { type Kopecks, multiply } from "./money";

/** What an order costs, and how much of it points pay. */
export interface OrderMoney {
  readonly subtotal: Kopecks;
  readonly discount: Kopecks;
  readonly deliveryFee: Kopecks;
  readonly bonusSpent: Kopecks;
  /** What is left to be paid in money: subtotal − discount + fee − points. Never negative. */
  readonly total: Kopecks;
}

interface Parts {
  readonly subtotal: Kopecks;
  readonly discounts: readonly Kopecks[];
  /** What the POS's own programme takes off, which knows its steps. */
  readonly posDiscount?: Kopecks;
  readonly deliveryFee?: Kopecks;
  /** What the guest wants points to pay; at most what the dishes cost is taken. */
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
 * What points may pay of an order at most: a share of its dishes. The courier's way is paid in
 * money.
 */
export function bonusLimit(
  { subtotal, discount }: OrderMoney,
  percent: number,
  step: Kopecks,
): Kopecks {
  return toStep(Math.floor(((subtotal - discount) * percent) / 100), step);
}

/** What there is to pay, by points and in money. */
export function priceOf({ total, bonusSpent }: OrderMoney): Kopecks {
  return total + bonusSpent;
}

/** The same order when points pay another part of it. @param bonus at most what the dishes cost */
export function paidByPoints(money: OrderMoney, bonus: Kopecks): OrderMoney {
  return { ...money, bonusSpent: bonus, total: priceOf(money) - bonus };
}

/** @param percent whole or with one decimal */
export function percentOf(amount: Kopecks, percent: number): Kopecks {
  return multiply(amount, Math.round(percent * 10), 1);
}
