import { type UserError } from "../errors/user-error";
import { UserErrorCode } from "../errors/user-error-code";
import { formatKopecks, type Kopecks } from "../money/money";
import { type Text } from "../texts/locale";

/** An objection to one of an order's codes. */
export type PromoError = (index: number) => UserError;

function promoError(code: UserErrorCode, ru: string, en: string): PromoError {
  const message: Text = { ru, en };
  return (index) => ({ code, field: fieldOf(index), message });
}

function fieldOf(index: number): string[] {
  return ["input", "promoCodes", String(index)];
}

function notApplicable(ru: string, en: string): PromoError {
  return promoError(UserErrorCode.PROMO_NOT_APPLICABLE, ru, en);
}

function usageExceeded(ru: string, en: string): PromoError {
  return promoError(UserErrorCode.PROMO_USAGE_EXCEEDED, ru, en);
}

function notCombinable(ru: string, en: string): PromoError {
  return promoError(UserErrorCode.PROMO_NOT_COMBINABLE, ru, en);
}

/** Returns the same user error for one of an order's codes. */
export function toldOfCode(userError: UserError): PromoError {
  return (index) => ({ ...userError, field: fieldOf(index) });
}

export const notFound = promoError(
  UserErrorCode.PROMO_NOT_FOUND,
  "Такого промокода нет",
  "There is no such promo code",
);

export const expired = promoError(
  UserErrorCode.PROMO_EXPIRED,
  "Промокод больше не действует",
  "The promo code is no longer valid",
);

export const paused = notApplicable(
  "Промокод сейчас не действует",
  "The promo code is not valid at the moment",
);

/** @param day as 2026-11-25 */
export function notYet(day: string): PromoError {
  const ru = day.split("-").reverse().join(".");
  return notApplicable(`Промокод действует с ${ru}`, `The promo code is valid from ${day}`);
}

export const notAtThisBranch = notApplicable(
  "Промокод не действует в этом филиале",
  "The promo code is not valid at this branch",
);

export const notThisWay = notApplicable(
  "Промокод не действует при таком способе получения",
  "The promo code is not valid for this way of receipt",
);

export function belowMinimum(minimum: Kopecks): PromoError {
  const sum = formatKopecks(minimum);
  return notApplicable(
    `Промокод действует для заказов от ${sum}`,
    `The promo code is valid for orders from ${sum}`,
  );
}

export const notTheFirstOrder = notApplicable(
  "Промокод действует только для первого заказа",
  "The promo code is valid for a first order only",
);

export const giftUnavailable = notApplicable(
  "Подарка по этому промокоду сейчас нет",
  "The gift of this promo code is not available now",
);

export const givenTwice = notCombinable(
  "Этот промокод или другой той же акции уже указан",
  "This promo code, or another of the same promotion, is given already",
);

export const notWithOthers = notCombinable(
  "Промокод не суммируется с другими промокодами и скидками",
  "The promo code cannot be combined with other promo codes and discounts",
);

export const oneCouponOnly = notCombinable(
  "Касса принимает не больше одного своего промокода",
  "The till takes no more than one promo code of its own",
);

export const usedByCustomer = usageExceeded(
  "Вы уже воспользовались этой акцией",
  "You have used this promotion already",
);

export const usedUp = usageExceeded(
  "Промокод уже использован",
  "The promo code has been used already",
);
