import { inputFault as fault } from "../../domain/faults/input-faults";
import { UserErrorCode } from "../../domain/faults/user-error-code";
import { type UserFault } from "../../domain/faults/user-fault";

export function quoteNotFound(): UserFault {
  const en = "There is no such quote, or it is too old: ask for another one";
  return fault(
    UserErrorCode.NOT_FOUND,
    "quoteId",
    "Такого расчёта нет или он устарел: запросите новый",
    en,
  );
}

/** What the POS's programme gave by it is gone; without that the price is another. */
export function quoteUsed(): UserFault {
  const en = "Another order has used this quote: ask for another one";
  return fault(
    UserErrorCode.PRICE_CHANGED,
    "quoteId",
    "По этому расчёту уже сделан заказ: запросите новый",
    en,
  );
}

export function quoteOfAnotherBranch(): UserFault {
  return fault(
    UserErrorCode.CONFLICT,
    "quoteId",
    "Расчёт сделан для другого филиала",
    "The quote is another branch's",
  );
}

export function quoteOfAnotherBasket(): UserFault {
  const en = "The quote is for another basket: ask for one of this";
  return fault(
    UserErrorCode.CONFLICT,
    "quoteId",
    "Расчёт сделан для другой корзины: запросите новый",
    en,
  );
}

export function quoteOfAnotherGuest(): UserFault {
  return fault(
    UserErrorCode.CONFLICT,
    "quoteId",
    "Расчёт сделан для другого гостя",
    "The quote is another guest's",
  );
}
