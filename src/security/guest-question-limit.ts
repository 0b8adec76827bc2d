import { TOO_MANY_POINT_QUESTIONS } from "../domain/errors/thrown-texts";
import { RateLimited } from "../errors";
import { RateLimiter } from "../limits/rate-limiter";
import { type Clock } from "../ports/clock";

/** Sized for people; a page of points costs two. */
const LIMITS = {
  LOOK: { burst: 30, refillMs: 2_000 },
  QUOTE: { burst: 60, refillMs: 2_000 },
  ORDER: { burst: 60, refillMs: 2_000 },
} as const;

/**
 * Limits how often the POS is asked about one phone, by guests with any number of tokens and by the
 * API keys that ask on their behalf. Viewing, quoting and ordering are counted separately: anyone
 * who views too often can still order.
 */
export class GuestQuestionLimit {
  private readonly limiters: Readonly<Record<keyof typeof LIMITS, RateLimiter>>;

  constructor(clock: Clock) {
    this.limiters = {
      LOOK: new RateLimiter(LIMITS.LOOK, clock),
      QUOTE: new RateLimiter(LIMITS.QUOTE, clock),
      ORDER: new RateLimiter(LIMITS.ORDER, clock),
    };
  }

  /**
   * @param phone E.164
   * @throws {RateLimited} if the POS was asked about this phone too often
   */
  take(use: keyof typeof LIMITS, phone: string): void {
    const waitMs = this.limiters[use].take(phone);
    if (waitMs > 0) throw new RateLimited(TOO_MANY_POINT_QUESTIONS, waitMs);
  }
}
