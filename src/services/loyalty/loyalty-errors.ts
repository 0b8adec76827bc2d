import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { formatKopecks, type Kopecks } from "../../domain/money/money";
import { type Text } from "../../domain/texts/locale";

function bonusError(code: UserErrorCode, message: Text): UserError {
  return { code, field: ["input", "bonusToSpend"], message };
}

export function pointsDisabled(): UserError {
  return bonusError(UserErrorCode.LOYALTY_DISABLED, {
    ru: "В этом филиале баллами не платят",
    en: "Points cannot be spent at this branch",
  });
}

/** Knowing a phone number must not be enough to spend its points. */
export function notTheGuest(): UserError {
  return bonusError(UserErrorCode.FORBIDDEN, {
    ru: "Баллы тратит только сам гость, войдя под своим телефоном, или сотрудник",
    en: "Only the guest, signed in with this phone, or the restaurant's staff may spend points",
  });
}

/** A key limited to single branches must not be able to look up arbitrary guests. */
export function notAGuestOfTheBranch(): UserError {
  return bonusError(UserErrorCode.SIGN_IN_REQUIRED, {
    ru: "Ключ филиала тратит баллы только тех, кто здесь уже заказывал: пусть гость войдёт под своим телефоном",
    en: "A branch's key spends points of guests who have ordered there: let the guest sign in with this phone",
  });
}

export function aboveLimit(limit: Kopecks): UserError {
  const sum = formatKopecks(limit);
  return bonusError(UserErrorCode.LOYALTY_LIMIT_EXCEEDED, {
    ru: `Баллами можно оплатить не больше ${sum} этого заказа`,
    en: `Points may pay at most ${sum} of this order`,
  });
}

export function tooFine(): UserError {
  return bonusError(UserErrorCode.INVALID, {
    ru: "Касса не считает такими малыми долями валюты",
    en: "The till does not reckon with so small a part of the currency",
  });
}

export function insufficient(available: Kopecks): UserError {
  const sum = formatKopecks(available);
  return bonusError(UserErrorCode.LOYALTY_INSUFFICIENT, {
    ru: `Доступно баллов: ${sum}`,
    en: `Points available: ${sum}`,
  });
}

export function mayNotGiveDiscounts(): UserError {
  const message = {
    ru: "Скидку назначает только сервер Result.Rest или сотрудник",
    en: "Only Result.Rest's server or the restaurant's staff may give a discount",
  };
  return { code: UserErrorCode.FORBIDDEN, field: ["input", "discounts"], message };
}

/** @param field below `input`; null if no single field is to blame */
export function discountNotMapped(field: readonly string[] | null): UserError {
  const message = {
    ru: "В филиале не настроена универсальная скидка, которая принимает сумму",
    en: "The branch has no universal discount that takes a sum",
  };
  return { code: UserErrorCode.DISCOUNT_NOT_MAPPED, field: field && ["input", ...field], message };
}
