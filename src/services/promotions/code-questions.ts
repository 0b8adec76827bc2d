import { type PosCoupon } from "../../ports/pos/pos-coupons";

/** Tracks what asking the POS for promo codes costs the caller; created for each operation. */
export interface CodeQuestions {
  /** The caller is unknown: such questions wait behind all others. */
  readonly ofAnybody: boolean;
  /**
   * Call this once before any code is checked, but not for an order that was already placed: a
   * caller that repeats an order is told so, however often codes have been tried in the meantime.
   *
   * @throws {RateLimited} the caller has tried too often
   */
  admit(): Promise<void>;
  /** What has already been asked in the same request, including valid codes. */
  readonly answers: Map<string, Promise<PosCoupon | null>>;
  /**
   * Call this before asking the POS for one spelling of a code.
   *
   * @param code the form that identifies all its spellings
   * @throws {RateLimited} the caller has asked too often
   */
  charge(code: string): Promise<void>;
  /** Counts a wrong code as a guess even if the POS was not asked about it. */
  countWrong(code: string): void;
}

/** For callers whose questions are not counted. */
export function freeQuestions(): CodeQuestions {
  return {
    ofAnybody: false,
    answers: new Map(),
    admit: () => Promise.resolve(),
    charge: () => Promise.resolve(),
    countWrong: () => undefined,
  };
}
