import { type PosCoupon } from "../../ports/pos/pos-coupons";

/** What asking the POS for promo codes costs whoever asks; made anew for each operation. */
export interface CodeQuestions {
  /** Nobody we know asks: such questions wait behind all others. */
  readonly ofAnybody: boolean;
  /**
   * To be called before any code is judged, once; not for an order that was taken before: whoever
   * repeats it is told so, however often codes were tried meanwhile.
   *
   * @throws {RateLimited} whoever asks has tried too often
   */
  admit(): Promise<void>;
  /** What was asked in the same request already, right codes among it. */
  readonly answers: Map<string, Promise<PosCoupon | null>>;
  /**
   * The POS is about to be asked for one spelling of a code.
   *
   * @param code as it stands for all its spellings
   * @throws {RateLimited} whoever asks has asked too often
   */
  charge(code: string): Promise<void>;
  /** A code is wrong: a guess, though the POS was not asked for it. */
  countWrong(code: string): void;
}

/** For those whose questions nobody counts. */
export function freeQuestions(): CodeQuestions {
  return {
    ofAnybody: false,
    answers: new Map(),
    admit: () => Promise.resolve(),
    charge: () => Promise.resolve(),
    countWrong: () => undefined,
  };
}
