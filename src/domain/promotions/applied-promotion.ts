import { type Kopecks } from "../money/money";
import { type PosPromotion } from "../ticket/pos-promotion";

/**
 * Used in stored promotions: rows from the time when every POS was iiko contain it (docs/adr/0045).
 */
export const FROM_POS = "IIKO";

/** Something that made an order cheaper. Stored as JSON. */
export interface AppliedPromotion {
  /** null: it needed no code. */
  readonly code: string | null;
  readonly name: string;
  readonly amount: Kopecks;
  readonly source: "RESULT_REST" | typeof FROM_POS;
  /** Set when the POS's loyalty programme grants it, and is told so with the order. */
  readonly pos?: PosPromotion;
}

/** Returns the part of an order's discount that the POS's own programme does not grant. */
export function ownDiscount(discount: Kopecks, promotions: readonly AppliedPromotion[]): Kopecks {
  return promotions.reduce((left, { pos, amount }) => (pos ? left - amount : left), discount);
}

/**
 * Returns whether only the POS calculates what it gives, in which case the order's total does not
 * include it. That applies to a coupon of the POS, unless the POS has already reported what its
 * programme gives: it was asked with the coupon, and gives no more than it reported.
 */
export function isPending(
  { code, source }: AppliedPromotion,
  all: readonly AppliedPromotion[],
): boolean {
  return source === FROM_POS && code !== null && !all.some(({ pos }) => pos !== undefined);
}
