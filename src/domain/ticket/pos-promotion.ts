import { type Kopecks } from "../money/money";

/** A discount that the POS's own loyalty programme gives. Stored as JSON. */
export interface PosPromotion {
  readonly posProgramId: string;
  readonly name: string;
  /** What it takes off single lines, by their place in the order. */
  readonly lines: readonly { readonly position: number; readonly amount: Kopecks }[];
}
