import { type UserError } from "../errors/user-error";
import { type Kopecks } from "../money/money";
import { keyOf } from "../texts/typed-text";
import { type Fulfilment } from "../ticket/order-ticket";

export enum PromotionKind {
  PERCENT = "PERCENT",
  SUM = "SUM",
  GIFT = "GIFT",
}

/** What a promotion of Result.Rest's own gives, and for whom. */
export interface PromotionTerms {
  readonly id: string;
  /** What guests call it. */
  readonly name: string;
  readonly kind: PromotionKind;
  /** Of PERCENT: 1–100, of the dishes' sum. */
  readonly percent: number | null;
  /** Of SUM. */
  readonly sum: Kopecks | null;
  /** Of GIFT: a dish in its default size. */
  readonly giftArticle: string | null;
  /** Of GIFT, in portions. */
  readonly giftQuantity: number | null;
  /** What the dishes must come to, before any discount. */
  readonly minimumSum: Kopecks;
  /** The first and the last day, as 2026-11-25 in the branch's time zone; null: no bound. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly branchIds: readonly string[];
  readonly fulfilments: readonly Fulfilment[];
  /** May other promo codes and discounts come on top? */
  readonly combinable: boolean;
  readonly oncePerCustomer: boolean;
  readonly firstOrderOnly: boolean;
  /** How many orders may use it, all codes together; null: any number. */
  readonly usageLimit: number | null;
  /** How many orders may use one code of it; null: any number. */
  readonly usesPerCode: number | null;
  readonly disabledAt: Date | null;
  readonly pausedAt: Date | null;
}

/** How often a promotion was used so far, by orders that have not been cancelled. */
export interface PromotionUses {
  readonly total: number;
  readonly ofCode: number;
  readonly byCustomer: number;
  /** All the customer's orders at the promotion's branches, with this promotion or without. */
  readonly ordersOfCustomer: number;
}

/** A code as an order gives it, and what it turned out to be. */
export interface PromoCode {
  /** As `normalisePromoCode` writes it; one of ours as it was made. */
  readonly code: string;
  readonly found:
    /** `uses`: by others, and by the guest as far as the caller may know of that. */
    | { readonly kind: "own"; readonly terms: PromotionTerms; readonly uses: PromotionUses }
    /** A coupon that the POS knows. What it gives is the POS's business. */
    | {
        readonly kind: "coupon";
        /** As the POS spells it. */
        readonly code: string;
        readonly name: string;
        readonly used: boolean;
        readonly deleted: boolean;
      }
    | { readonly kind: "unknown" }
    /** Not ours, and nobody asked the POS: the order is refused for something else. */
    | { readonly kind: "unasked" }
    /** Not ours, and the POS does not tell now; `userError` says why. */
    | { readonly kind: "untold"; readonly userError: UserError };
}

/**
 * Characters of a code as it was typed, blanks among them. What is longer is no code, and stays as
 * it is.
 */
export const LONGEST_TYPED_CODE = 100;

/** What a sentence puts around a code: quotes, brackets, a full stop. */
const AROUND = /^[^\p{L}\p{N}_-]+|[^\p{L}\p{N}_-]+$/gu;

/**
 * A code as it was typed, without what nobody meant to type: blanks, dashes of other lengths, and
 * what copies bring along.
 */
export function cleanPromoCode(text: string): string {
  if (text.length > LONGEST_TYPED_CODE) return text;
  return keyOf(text).replace(/\s/g, "").replace(AROUND, "");
}

/** One spelling for all: codes are compared without regard to case, too. */
export function normalisePromoCode(text: string): string {
  return cleanPromoCode(text).toUpperCase();
}

/**
 * As codes were stored before texts were cleaned in one place. Fixed for ever: such codes, and
 * hashes of them, are known by it.
 */
export function formerPromoCode(text: string): string {
  if (text.length > LONGEST_TYPED_CODE) return text.toUpperCase();
  return text
    .normalize("NFKC")
    .replace(/[\s\p{Cf}]/gu, "")
    .toUpperCase();
}

const CYRILLIC = "АВЕКМНОРСТУХІЅЈ";
const LATIN = "ABEKMHOPCTYXISJ";

/**
 * The code, and what it is when letters that look alike are meant to be of one alphabet. @param
 * code normalised
 */
export function spellingsOf(code: string): string[] {
  const written = (from: string, to: string) =>
    Array.from(code, (letter) => to[from.indexOf(letter)] ?? letter).join("");
  return [...new Set([code, written(CYRILLIC, LATIN), written(LATIN, CYRILLIC)])];
}

/** Letters and digits of any script, `-` and `_`; @param code normalised */
export function isPromoCode(code: string): boolean {
  return /^[\p{L}\p{N}_-]{3,40}$/u.test(code);
}

/** Does it matter how often, or by whom, the promotion was used before? */
export function isCounted({
  firstOrderOnly,
  oncePerCustomer,
  usageLimit,
  usesPerCode,
}: PromotionTerms): boolean {
  return firstOrderOnly || oncePerCustomer || usageLimit !== null || usesPerCode !== null;
}
