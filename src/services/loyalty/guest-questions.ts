/**
 * What the POS is asked about a guest for: each has an allowance of its own, so that looking costs
 * no order.
 */
export type QuestionUse = "LOOK" | "QUOTE" | "ORDER";

/** Bounds how often the POS is asked about one guest, whoever asks. */
export interface GuestQuestions {
  /**
   * The POS is about to be asked.
   *
   * @param phone E.164
   * @throws {RateLimited} too often
   */
  take(use: QuestionUse, phone: string): void;
}
