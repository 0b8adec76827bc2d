/**
 * Why the POS is asked about a guest: each purpose has a separate allowance, so that viewing points
 * never costs an order.
 */
export type QuestionUse = "LOOK" | "QUOTE" | "ORDER";

/** Limits how often the POS is asked about one guest, regardless of the caller. */
export interface GuestQuestions {
  /**
   * Call this before asking the POS.
   *
   * @param phone E.164
   * @throws {RateLimited} too often
   */
  take(use: QuestionUse, phone: string): void;
}
