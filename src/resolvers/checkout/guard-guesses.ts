import { type Context } from "../../context";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { perRequest } from "../../loaders/per-request";
import { type PosCoupon } from "../../ports/pos/pos-coupons";
import { MOST } from "../../services/checkout/order-limits";
import { type CodeQuestions } from "../../services/promotions/code-questions";
import { type UserError } from "../schema/user-error-types";

/** Counts guesses at promo codes, per caller. */
export interface Guesses {
  /** @throws {RateLimited} */
  take(context: Context, codes: number): Promise<void>;
  giveBack(context: Context, codes: number): void;
}

/** Within one request, a coupon is looked up once, however many operations contain it. */
const answersOf = perRequest(() => new Map<string, Promise<PosCoupon | null>>());

/**
 * Runs code that reveals whether promo codes are right, as often as its caller may still be wrong
 * or have the POS asked: a code about which the POS was asked counts, right or wrong.
 *
 * @param toldOf where the answer reveals it
 * @throws {RateLimited} if the caller has tried too many
 */
export async function guardGuesses<Answer>(
  guesses: Guesses,
  context: Context,
  promoCodes: readonly string[] | null | undefined,
  run: (questions: CodeQuestions) => Promise<Answer>,
  toldOf: (answer: Answer) => readonly Pick<UserError, "code">[],
): Promise<Answer> {
  const tried = Math.min(promoCodes?.length ?? 0, MOST.promoCodes);
  let admitted = false as boolean;
  const admit = async () => {
    await guesses.take(context, tried);
    admitted = true;
  };
  const counted = new Set<string>();
  const countWrong = (code: string) => void counted.add(code);
  const charge = async (code: string) => {
    // One lookup is paid for by its code; another spelling of it is another lookup.
    if (counted.has(code)) await guesses.take(context, 1);
    counted.add(code);
  };
  const ofAnybody = context.viewer.kind === "anonymous";
  const answer = await run({ ofAnybody, answers: answersOf(context), admit, charge, countWrong });
  const wrong = toldOf(answer).filter(({ code }) => code === UserErrorCode.PROMO_NOT_FOUND).length;
  if (admitted) guesses.giveBack(context, Math.max(0, tried - Math.max(wrong, counted.size)));
  return answer;
}
