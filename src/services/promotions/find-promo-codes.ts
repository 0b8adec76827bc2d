import { type DataSource, In } from "typeorm";

import {
  cleanPromoCode,
  formerPromoCode,
  isPromoCode,
  normalisePromoCode,
  type PromoCode,
  type PromotionUses,
  spellingsOf,
} from "../../domain/promotions/promotion-terms";
import { type Branch } from "../../entities/branches/branch";
import { type BranchSettings, PosKind } from "../../entities/branches/branch-settings";
import { type PromoCodeRow } from "../../entities/promotions/promo-code-row";
import { Promotion } from "../../entities/promotions/promotion";
import { LoyaltyDisabled } from "../../errors";
import { isPosError, toPosUserError } from "../pos/pos-user-error";
import { type AskCoupons } from "./ask-coupons";
import { type CodeQuestions } from "./code-questions";
import { readPromotionUses } from "./read-promotion-uses";

type Found = PromoCode["found"];

/**
 * Finds out what the promo codes of an order are: Result.Rest's own, or coupons of the POS, which
 * is asked about the rest.
 */
export class FindPromoCodes {
  constructor(
    private readonly db: DataSource,
    private readonly askCoupons: AskCoupons,
  ) {}

  /**
   * Returns each code in its place. Never fails when a POS does not answer.
   *
   * @param phone of the guest, in E.164; null if the caller may not know what that guest has used
   * @param questions null if the order's price is settled without the POS, which is then not asked
   * @throws {RateLimited} the caller has caused too many requests to the POS
   */
  async execute(
    branch: Branch,
    settings: BranchSettings | null,
    texts: readonly string[],
    phone: string | null,
    questions: CodeQuestions | null,
  ): Promise<PromoCode[]> {
    const codes = texts.map(normalisePromoCode);
    const spellings = texts.map((text) => [
      ...spellingsOf(normalisePromoCode(text)),
      formerPromoCode(text),
    ]);
    const own = await this.ownPromotions(branch, spellings.flat().filter(isPromoCode));
    const all = await Promise.all(
      codes.map(async (code, index): Promise<PromoCode> => {
        const ours = spellings[index]?.find((spelling) => own.has(spelling)) ?? code;
        const terms = own.get(ours);
        if (terms) {
          const uses = await this.usesOf(terms, ours, phone);
          return { code: ours, found: { kind: "own", terms, uses } };
        }
        const foreign = { code, text: texts[index] ?? code };
        return { code, found: await this.foreignCode(foreign, branch, settings, questions) };
      }),
    );
    for (const { code, found } of all) if (found.kind === "unknown") questions?.countWrong(code);
    return all;
  }

  /** A code that is not one of Result.Rest's may be a coupon of the POS. */
  private async foreignCode(
    { code, text }: { readonly code: string; readonly text: string },
    branch: Branch,
    settings: BranchSettings | null,
    questions: CodeQuestions | null,
  ): Promise<Found> {
    if (!isPromoCode(code) || !settings || !usesCoupons(settings)) return { kind: "unknown" };
    if (!questions) return { kind: "unasked" };
    const spellings = [...new Set([cleanPromoCode(text), code])];
    const asked = spellings.map((spelling) => ({ code: spelling, known: code }));
    return this.couponOf(branch, settings, asked, questions);
  }

  /** Only the branch's own promotions: another branch may use the same code for something else. */
  private async ownPromotions(
    { id }: Branch,
    codes: readonly string[],
  ): Promise<Map<string, Promotion>> {
    if (codes.length === 0) return new Map();
    const rows = await this.db.query<Pick<PromoCodeRow, "code" | "promotionId">[]>(
      `select c.code, c.promotion_id as "promotionId"
       from promo_codes c join promotions p on p.id = c.promotion_id
       where c.code = any ($1) and p.branch_ids @> array[$2::uuid]`,
      [codes, id],
    );
    const ids = rows.map(({ promotionId }) => promotionId);
    const promotions =
      ids.length > 0 ? await this.db.manager.findBy(Promotion, { id: In(ids) }) : [];
    const byId = new Map(promotions.map((promotion) => [promotion.id, promotion]));
    return new Map(
      rows.flatMap(({ code, promotionId }) => {
        const promotion = byId.get(promotionId);
        return promotion ? [[code, promotion]] : [];
      }),
    );
  }

  private usesOf(terms: Promotion, code: string, phone: string | null): Promise<PromotionUses> {
    return readPromotionUses(this.db.manager, terms, { code, phone, orderId: null });
  }

  /** As the guest wrote it, then in capitals: only the POS knows whether case matters. */
  private async couponOf(
    { timeZone }: Branch,
    settings: BranchSettings,
    spellings: readonly { readonly code: string; readonly known: string }[],
    questions: CodeQuestions,
  ): Promise<Found> {
    try {
      for (const spelling of spellings) {
        const coupon = await this.askCoupons.execute({ settings, timeZone }, spelling, questions);
        if (coupon) return { kind: "coupon", ...coupon };
      }
      return { kind: "unknown" };
    } catch (error) {
      if (error instanceof LoyaltyDisabled) return { kind: "unknown" };
      if (isPosError(error)) return { kind: "untold", userError: toPosUserError(error) };
      throw error;
    }
  }
}

/** «Не использовать промокоды»: the POS's promo codes are ignored. */
function usesCoupons({ pos, doNotUsePosPromoCodes }: BranchSettings): boolean {
  return pos !== PosKind.NONE && !doNotUsePosPromoCodes;
}
