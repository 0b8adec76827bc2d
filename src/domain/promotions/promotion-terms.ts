import { type UserError } from "../errors/user-error";
import { type Kopecks } from "../money/money";
import { keyOf } from "../texts/typed-text";
import { type Fulfilment } from "../ticket/order-ticket";

export enum PromotionKind {
  PERCENT = "PERCENT",
  SUM = "SUM",
  GIFT = "GIFT",
}

/** What one of Result.Rest's own promotions gives, and to whom. */
export interface PromotionTerms {
  readonly id: string;
  /** Name shown to guests. */
  readonly name: string;
  readonly kind: PromotionKind;
  /** For PERCENT: 1–100, of the sum of the dishes. */
  readonly percent: number | null;
  /** For SUM. */
  readonly sum: Kopecks | null;
  /** For GIFT: a dish in its default size. */
  readonly giftArticle: string | null;
  /** For GIFT, in portions. */
  readonly giftQuantity: number | null;
  /** The sum that the dishes must reach, before any discount. */
  readonly minimumSum: Kopecks;
  /** The first and last day, as 2026-11-25 in the branch's time zone; null: unlimited. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly branchIds: readonly string[];
  readonly fulfilments: readonly Fulfilment[];
  /** Whether it can be combined with other promo codes and discounts. */
  readonly combinable: boolean;
  readonly oncePerCustomer: boolean;
  readonly firstOrderOnly: boolean;
  /** How many orders may use it, all codes together; null: any number. */
  readonly usageLimit: number | null;
  /** How many orders may use a single code of it; null: any number. */
  readonly usesPerCode: number | null;
  readonly disabledAt: Date | null;
  readonly pausedAt: Date | null;
}

/** How many times a promotion was used so far, by orders that have not been cancelled. */
export interface PromotionUses {
  readonly total: number;
  readonly ofCode: number;
  readonly byCustomer: number;
  /** All of the customer's orders at the promotion's branches, with or without this promotion. */
  readonly ordersOfCustomer: number;
}

/** A code as given in an order, and what it turned out to be. */
export interface PromoCode {
  /** As written by `normalisePromoCode`; one of our codes as it was created. */
  readonly code: string;
  readonly found:
    /** `uses`: by others, and by the guest as far as the caller may know about it. */
    | { readonly kind: "own"; readonly terms: PromotionTerms; readonly uses: PromotionUses }
    /** A coupon that the POS knows. The POS decides what it gives. */
    | {
        readonly kind: "coupon";
        /** In the POS's spelling. */
        readonly code: string;
        readonly name: string;
        readonly used: boolean;
        readonly deleted: boolean;
      }
    | { readonly kind: "unknown" }
    /** Not ours, and the POS was not asked: the order is refused for another reason. */
    | { readonly kind: "unasked" }
    /** Not ours, and the POS cannot say now; `userError` says why. */
    | { readonly kind: "untold"; readonly userError: UserError };
}

/**
 * Length of a code as typed, including blanks. Anything longer is not a code, and is left
 * unchanged.
 */
export const LONGEST_TYPED_CODE = 100;

/** What a sentence puts around a code: quotes, brackets, a full stop. */
const AROUND = /^[^\p{L}\p{N}_-]+|[^\p{L}\p{N}_-]+$/gu;

/**
 * Returns a code as typed, without anything typed unintentionally: blanks, dashes of other lengths,
 * and what copying brings along.
 */
export function cleanPromoCode(text: string): string {
  if (text.length > LONGEST_TYPED_CODE) return text;
  return keyOf(text).replace(/\s/g, "").replace(AROUND, "");
}

/** Uses a single spelling, because codes are also compared without regard to case. */
export function normalisePromoCode(text: string): string {
  return cleanPromoCode(text).toUpperCase();
}

/**
 * Returns a code as stored before texts were cleaned in one place. It must never change, because
 * such codes, and hashes of them, are identified by it.
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
 * Returns the code, plus its spellings in which similar-looking letters all come from one alphabet.
 * @param code normalised
 */
export function spellingsOf(code: string): string[] {
  const written = (from: string, to: string) =>
    Array.from(code, (letter) => to[from.indexOf(letter)] ?? letter).join("");
  return [...new Set([code, written(CYRILLIC, LATIN), written(LATIN, CYRILLIC)])];
}

/** Allows letters and digits of any script, `-` and `_`; @param code normalised */
export function isPromoCode(code: string): boolean {
  return /^[\p{L}\p{N}_-]{3,40}$/u.test(code);
}

/** Returns whether it matters how often, or by whom, the promotion was used before. */
export function isCounted({
  firstOrderOnly,
  oncePerCustomer,
  usageLimit,
  usesPerCode,
}: PromotionTerms): boolean {
  return firstOrderOnly || oncePerCustomer || usageLimit !== null || usesPerCode !== null;
}
