import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { whyNoPhone } from "../../domain/guests/phone";

/** Maximum number of orders named. */
const MOST_NAMED = 20;

/** @param text as it was typed */
export function notAPhone(text: string): UserError {
  return { code: UserErrorCode.PHONE_INVALID, field: ["phone"], message: whyNoPhone(text) };
}

/** The promise to a waiting guest comes first: nothing was erased. */
export function ordersUnderWay(numbers: readonly string[]): UserError {
  const named =
    numbers.slice(0, MOST_NAMED).join(", ") + (numbers.length > MOST_NAMED ? ", …" : "");
  const message = {
    ru: `Ничего не удалено: заказы гостя ещё не завершены (№ ${named}). Повторите, когда они будут закрыты или отменены`,
    en: `Nothing was erased: orders of the guest are not done yet (№ ${named}). Try again once they are closed or cancelled`,
  };
  return { code: UserErrorCode.ORDERS_UNDER_WAY, field: ["phone"], message };
}

export function pageOutOfRange(most: number): UserError {
  const message = {
    ru: `Можно запросить от 1 до ${most} заказов`,
    en: `Ask for 1 to ${most} orders`,
  };
  return { code: UserErrorCode.INVALID, field: ["first"], message };
}

export function notACursor(): UserError {
  const message = { ru: "Это не курсор этого списка", en: "This is not a cursor of this list" };
  return { code: UserErrorCode.INVALID, field: ["after"], message };
}
