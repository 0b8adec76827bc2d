import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { type Text } from "../../domain/texts/locale";

function guestError(code: UserErrorCode, field: readonly string[], message: Text): UserError {
  return { code, field: ["input", ...field], message };
}

export function signInRequired(): UserError {
  return guestError(UserErrorCode.SIGN_IN_REQUIRED, ["customer", "phone"], {
    ru: "Филиал принимает заказы только после входа по телефону",
    en: "The branch takes orders of signed-in guests only: sign in with this phone",
  });
}

export function promotionNeedsSignIn(index: number): UserError {
  return guestError(UserErrorCode.SIGN_IN_REQUIRED, ["promoCodes", String(index)], {
    ru: "Этот промокод действует только после входа по телефону",
    en: "This promo code is for signed-in guests: sign in with the phone of the order",
  });
}

export function tooManyOpenOrders(): UserError {
  return guestError(UserErrorCode.TOO_MANY_OPEN_ORDERS, ["customer", "phone"], {
    ru: "На этот телефон уже оформлено несколько заказов. Войдите по телефону или пройдите проверку, чтобы заказать ещё",
    en: "There are several open orders of this phone already. Sign in with it, or solve a challenge, to order more",
  });
}

export function challengeRequired(): UserError {
  return guestError(UserErrorCode.CHALLENGE_REQUIRED, ["challenge"], {
    ru: "Нужна проверка: запросите задание createOrderChallenge и пришлите ответ",
    en: "A solved challenge is needed: get one by createOrderChallenge",
  });
}

export function challengeNotSolved(): UserError {
  return guestError(UserErrorCode.CHALLENGE_INVALID, ["challenge"], {
    ru: "Задание решено неверно или устарело: запросите новое",
    en: "The challenge is not solved, or it has expired: get another one",
  });
}

export function challengeSpent(): UserError {
  return guestError(UserErrorCode.CHALLENGE_INVALID, ["challenge"], {
    ru: "Это задание уже использовано для другого заказа: запросите новое",
    en: "Another order has used this challenge: get another one",
  });
}

export function branchOfChallengeNotFound(): UserError {
  const message = { ru: "Такого филиала нет", en: "There is no such branch" };
  return { code: UserErrorCode.NOT_FOUND, field: ["branchId"], message };
}
