import { randomInt } from "node:crypto";

import { type DataSource, type EntityManager } from "typeorm";

import { isPromoCode, normalisePromoCode } from "../../domain/promotions/promotion-terms";
import { type UserFault } from "../../domain/faults/user-fault";
import { type Viewer } from "../../domain/access/viewer";
import { PromoCodeRow } from "../../entities/promotions/promo-code-row";
import { type Promotion } from "../../entities/promotions/promotion";
import { Refused } from "../../errors";
import { type Clock } from "../../ports/clock";
import { insertCodes } from "./insert-codes";
import { lockPromotion } from "./lock-promotion";
import * as fault from "./promotion-input-faults";
import { LONGEST } from "./promotion-limits";

/** Nothing that looks or sounds like another: no 0 and O, no 1, I and L. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/**
 * 31 to the power of 8 is 850 thousand million: a guess at ten thousand codes hits once in 85
 * million.
 */
const RANDOM_CHARACTERS = 8;
const MAX_AT_ONCE = 10_000;
const MAX_OF_PROMOTION = 100_000;

export interface GeneratedCodes {
  readonly promotion: Promotion;
  readonly codes: readonly string[];
}

/** Makes codes for a promotion that nobody can guess from each other. */
export class GeneratePromoCodes {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * All of them or none. Not safe to repeat: each call makes others.
   *
   * @param prefix what each code begins with; empty: nothing
   * @throws {Refused} NOT_FOUND, FORBIDDEN, INVALID; CONFLICT: the promotion is switched off, or
   * has too many codes
   */
  async execute(
    viewer: Viewer,
    promotionId: string,
    count: number,
    prefix: string,
  ): Promise<GeneratedCodes> {
    const start = normalisePromoCode(prefix);
    return this.db.transaction(async (tx) => {
      const field = ["input", "promotionId"];
      const promotion = await lockPromotion(tx, viewer, promotionId, field);
      const faults = [
        ...sizeFaults(count, start),
        ...(promotion.disabledAt ? [fault.isDisabled(field)] : []),
      ];
      if (faults.length > 0) throw new Refused<UserFault>(faults);
      const already = await tx.countBy(PromoCodeRow, { promotionId });
      if (already + count > MAX_OF_PROMOTION)
        throw new Refused([fault.tooManyCodes(MAX_OF_PROMOTION)]);
      return { promotion, codes: await this.make(tx, promotion, count, start) };
    });
  }

  /** One statement; another one for those few that chance made twice. */
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

function sizeFaults(count: number, prefix: string): UserFault[] {
  const fits = prefix.length <= LONGEST.prefix && isPromoCode(prefix + randomCharacters());
  return [
    ...(count < 1 || count > MAX_AT_ONCE ? [fault.outOfRange("count", 1, MAX_AT_ONCE)] : []),
    ...(fits ? [] : [fault.malformedCode("prefix")]),
  ];
}
