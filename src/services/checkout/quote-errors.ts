import { inputError as userError } from "../../domain/errors/input-errors";
import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";

export function quoteNotFound(): UserError {
  const en = "There is no such quote, or it is too old: ask for another one";
  return userError(
    UserErrorCode.NOT_FOUND,
    "quoteId",
    "Такого расчёта нет или он устарел: запросите новый",
    en,
  );
}

/** What the POS's programme gave through the quote is gone, and without it the price differs. */
export function quoteUsed(): UserError {
  const en = "Another order has used this quote: ask for another one";
  return userError(
    UserErrorCode.PRICE_CHANGED,
    "quoteId",
    "По этому расчёту уже сделан заказ: запросите новый",
    en,
  );
}

export function quoteOfAnotherBranch(): UserError {
  return userError(
    UserErrorCode.CONFLICT,
    "quoteId",
    "Расчёт сделан для другого филиала",
    "The quote is another branch's",
  );
}

export function quoteOfAnotherBasket(): UserError {
  const en = "The quote is for another basket: ask for one of this";
  return userError(
    UserErrorCode.CONFLICT,
    "quoteId",
    "Расчёт сделан для другой корзины: запросите новый",
    en,
  );
}

export function quoteOfAnotherGuest(): UserError {
  return userError(
    UserErrorCode.CONFLICT,
    "quoteId",
    "Расчёт сделан для другого гостя",
    "The quote is another guest's",
  );
}
