import { randomInt } from "node:crypto";

import { type DataSource, type EntityManager } from "typeorm";

import { type Viewer } from "../../domain/access/viewer";
import { type UserError } from "../../domain/errors/user-error";
import { isPromoCode, normalisePromoCode } from "../../domain/promotions/promotion-terms";
import { PromoCodeRow } from "../../entities/promotions/promo-code-row";
import { type Promotion } from "../../entities/promotions/promotion";
import { Refused } from "../../errors";
import { type Clock } from "../../ports/clock";
import { makeOnce } from "../idempotency/make-once";
import { insertCodes } from "./insert-codes";
import { lockPromotion } from "./lock-promotion";
import * as userError from "./promotion-input-errors";
import { LONGEST } from "./promotion-limits";

/** Contains no characters that look or sound alike: no 0 and O, no 1, I and L. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/**
 * 31 to the power of 8 is 850 thousand million: with ten thousand codes, one guess in 85 million
 * hits.
 */
const RANDOM_CHARACTERS = 8;
const MAX_AT_ONCE = 10_000;
const MAX_OF_PROMOTION = 100_000;

interface WantedCodes {
  readonly promotionId: string;
  readonly count: number;
  /** What each code starts with; empty for nothing. */
  readonly prefix: string;
  readonly idempotencyKey?: string | null | undefined;
}

export interface GeneratedCodes {
  readonly promotion: Promotion;
  readonly codes: readonly string[];
  /** Whether an earlier call with the same idempotency key made them. */
  readonly replayed: boolean;
}

/** Generates codes for a promotion that cannot be guessed from one another. */
export class GeneratePromoCodes {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Generates all of them or none. Without an idempotency key each call generates different ones.
   *
   * @throws {Refused} NOT_FOUND, FORBIDDEN, INVALID; IDEMPOTENCY_KEY_REUSED; CONFLICT: the
   *   promotion is switched off, or has too many codes
   */
  execute(
    viewer: Viewer,
    { idempotencyKey: key, ...wanted }: WantedCodes,
  ): Promise<GeneratedCodes> {
    const { promotionId } = wanted;
    return this.db.transaction(async (tx) => {
      const promotion = await lockPromotion(tx, viewer, promotionId, ["input", "promotionId"]);
      const field = ["input", "idempotencyKey"];
      const input = Object.assign({}, wanted, { promotionId: promotion.id });
      const asked = { operation: "generatePromoCodes", place: promotion.id, key, field, input };
      const { result, replayed } = await makeOnce(tx, asked, async () => {
        return { codes: await this.generate(tx, promotion, wanted) };
      });
      return { promotion, codes: result.codes, replayed };
    });
  }

  private async generate(
    tx: EntityManager,
    promotion: Promotion,
    { promotionId, count, prefix }: WantedCodes,
  ): Promise<string[]> {
    const start = normalisePromoCode(prefix);
    const userErrors = [
      ...sizeErrors(count, start),
      ...(promotion.disabledAt ? [userError.isDisabled(["input", "promotionId"])] : []),
    ];
    if (userErrors.length > 0) throw new Refused<UserError>(userErrors);
    const already = await tx.countBy(PromoCodeRow, { promotionId });
    if (already + count > MAX_OF_PROMOTION)
      throw new Refused([userError.tooManyCodes(MAX_OF_PROMOTION)]);
    return this.make(tx, promotion, count, start);
  }

  /** One statement, and another one for the few that were generated twice by chance. */
  private async make(
    tx: EntityManager,
    promotion: Promotion,
    count: number,
    prefix: string,
  ): Promise<string[]> {
    const now = this.clock.now();
    const made: string[] = [];
    while (made.length < count) {
      const drawn = new Set(
        Array.from({ length: count - made.length }, () => prefix + randomCharacters()),
      );
      made.push(...(await insertCodes(tx, promotion, [...drawn], now)));
    }
    return made;
  }
}

function randomCharacters(): string {
  return Array.from({ length: RANDOM_CHARACTERS }, () => ALPHABET[randomInt(ALPHABET.length)]).join(
    "",
  );
}

function sizeErrors(count: number, prefix: string): UserError[] {
  const fits = prefix.length <= LONGEST.prefix && isPromoCode(prefix + randomCharacters());
  return [
    ...(count < 1 || count > MAX_AT_ONCE ? [userError.outOfRange("count", 1, MAX_AT_ONCE)] : []),
    ...(fits ? [] : [userError.malformedCode("prefix")]),
  ];
}
