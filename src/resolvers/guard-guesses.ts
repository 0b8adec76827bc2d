import { type Context } from "../context";
import { UserErrorCode } from "../domain/user-error-code";
import { MOST } from "../services/orders/accept/order-limits";
import { type UserError } from "./types/user-error";

/** Counts guesses at promo codes, by whoever makes them. */
export interface Guesses {
  /** @throws {RateLimited} */
  take(context: Context, codes: number): Promise<void>;
  giveBack(context: Context, codes: number): void;
}

/**
 * Runs what tells whether promo codes are right, as often as its caller may still be wrong.
 *
 * @param toldOf where in the answer it is told
 * @throws {RateLimited} the caller has tried too many wrong ones
 */
export async function guardGuesses<Answer>(
  guesses: Guesses,
  context: Context,
  promoCodes: readonly string[] | null | undefined,
  run: () => Promise<Answer>,
  toldOf: (answer: Answer) => readonly Pick<UserError, "code">[],
): Promise<Answer> {
  const tried = Math.min(promoCodes?.length ?? 0, MOST.promoCodes);
  await guesses.take(context, tried);
  const answer = await run();
  const wrong = toldOf(answer).filter(({ code }) => code === UserErrorCode.PROMO_NOT_FOUND).length;
  guesses.giveBack(context, tried - wrong);
  return answer;
}
