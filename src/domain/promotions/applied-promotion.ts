import { type Kopecks } from "../money/money";
import { type PosPromotion } from "../ticket/pos-promotion";

/** In stored promotions: rows of the time when every POS was iiko say so (docs/adr/0045). */
export const FROM_POS = "IIKO";

/** Something that made an order cheaper. Stored as JSON. */
export interface AppliedPromotion {
  /** null: it needed no code. */
  readonly code: string | null;
  readonly name: string;
  readonly amount: Kopecks;
  readonly source: "RESULT_REST" | typeof FROM_POS;
  /** Set when the POS's loyalty programme gives it, and is told so with the order. */
  readonly pos?: PosPromotion;
}

/** What of an order's discount the POS's own programme does not give. */
export function ownDiscount(discount: Kopecks, promotions: readonly AppliedPromotion[]): Kopecks {
  return promotions.reduce((left, { pos, amount }) => (pos ? left - amount : left), discount);
}

/**
 * Does the till alone reckon what it gives? Then the order's total is without it. A coupon of the
 * POS's is that, unless the POS has told what its programme gives: it was asked with the coupon,
 * and gives no more than it told.
 */
export function isPending(
  { code, source }: AppliedPromotion,
  all: readonly AppliedPromotion[],
): boolean {
  return source === FROM_POS && code !== null && !all.some(({ pos }) => pos !== undefined);
}
