import { type Kopecks } from "./money";
import { type PosPromotion } from "./pos-promotion";

/** Something that made an order cheaper. Stored as JSON. */
export interface AppliedPromotion {
  /** null: it needed no code. */
  readonly code: string | null;
  readonly name: string;
  readonly amount: Kopecks;
  readonly source: "RESULT_REST" | "IIKO";
  /** Set when the POS's loyalty programme gives it, and is told so with the order. */
  readonly pos?: PosPromotion;
}

/** What of an order's discount the POS's own programme does not give. */
export function ownDiscount(discount: Kopecks, promotions: readonly AppliedPromotion[]): Kopecks {
  return promotions.reduce((left, { pos, amount }) => (pos ? left - amount : left), discount);
}
