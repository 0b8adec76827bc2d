import { type Kopecks } from "../money/money";

/** A discount given by the POS's own loyalty programme. Stored as JSON. */
export interface PosPromotion {
  readonly posProgramId: string;
  readonly name: string;
  /** What it takes off individual lines, by their position in the order. */
  readonly lines: readonly { readonly position: number; readonly amount: Kopecks }[];
}
