import { type Kopecks } from "./money";

/** Something that made an order cheaper. Stored as JSON. */
export interface AppliedPromotion {
  /** null: it needed no code. */
  readonly code: string | null;
  readonly name: string;
  readonly amount: Kopecks;
  readonly source: "RESULT_REST" | "IIKO";
}
