import { type UserError } from "../errors/user-error";
import { UserErrorCode } from "../errors/user-error-code";
import { InjectionState } from "./injection-state";
import { type OrderClaim } from "./order-claim";

/** Another transaction has locked the order. */
export function orderBusy(): UserError {
  const ru = "С заказом сейчас работает кто-то ещё. Повторите через несколько секунд";
  const en = "Somebody else is at work on the order. Try again in a few seconds";
  return { ...userError(UserErrorCode.CONFLICT, ru, en), retryable: true };
}

function userError(
  code: UserErrorCode,
  ru: string,
  en: string,
  field: string | null = null,
): UserError {
  return { code, field: field === null ? null : [field], message: { ru, en } };
}

export function orderNotFound(): UserError {
  return userError(UserErrorCode.NOT_FOUND, "Такого заказа нет", "There is no such order", "id");
}

export function alreadyInPos(): UserError {
  return userError(
    UserErrorCode.ALREADY_IN_POS,
    "Заказ уже на кассе",
    "The order is in the till already",
  );
}

export function notRetryable(state: InjectionState): UserError {
  if (state === InjectionState.ENTERED_BY_HAND) {
    const ru = "Заказ внесён вручную: повтор сделал бы второй";
    return userError(
      UserErrorCode.NOT_RETRYABLE,
      ru,
      "The order was entered by hand: a retry would make a second one",
    );
  }
  if (state === InjectionState.CANCELLED_BEFORE_SEND)
    return userError(UserErrorCode.NOT_RETRYABLE, "Заказ отменён", "The order was cancelled");
  return userError(
    UserErrorCode.NOT_RETRYABLE,
    "Заказ уже отправляется",
    "The order is being sent already",
  );
}

/** Why one of many orders was left unchanged. */
export function leftAlone(number: string, reason: UserError): UserError {
  const { ru, en } = reason.message;
  return { ...reason, message: { ru: `Заказ ${number}: ${ru}`, en: `Order ${number}: ${en}` } };
}

export function leftToPeople(): UserError {
  const en = "The staff were notified of the order and may be entering it";
  return userError(
    UserErrorCode.NOT_RETRYABLE,
    "О заказе сообщили людям, возможно, его уже вносят",
    en,
  );
}

export function outcomeUnknown(): UserError {
  const ru = "Касса могла получить заказ. Проверьте кассу и повторите с force: true";
  const en = "The till may have the order. Look at the till, then retry with force: true";
  return userError(UserErrorCode.OUTCOME_UNKNOWN, ru, en);
}

export function enteredAlready(state: InjectionState): UserError {
  if (state === InjectionState.ENTERED_BY_HAND)
    return userError(
      UserErrorCode.CONFLICT,
      "Заказ уже внесён вручную",
      "The order was entered by hand already",
    );
  if (state === InjectionState.CANCELLED_BEFORE_SEND)
    return userError(UserErrorCode.CONFLICT, "Заказ отменён", "The order was cancelled");
  const en = "The gateway still works on the order; entered by hand now it would be there twice";
  return userError(
    UserErrorCode.CONFLICT,
    "Заказ ещё отправляется: внесённый вручную, он задвоился бы",
    en,
  );
}

export function notCancellable(): UserError {
  const ru = "Сейчас этот заказ отменить нельзя";
  return userError(UserErrorCode.CONFLICT, ru, "This order cannot be cancelled now");
}

export function textOutOfRange(field: string, max: number): UserError {
  return userError(
    UserErrorCode.INVALID,
    `От 1 до ${max} печатных знаков`,
    `1 to ${max} printable characters`,
    field,
  );
}

/** Another person is working on the order. */
export function orderClaimed({ by, at, until }: OrderClaim): UserError {
  return {
    code: UserErrorCode.CONFLICT,
    field: null,
    message: {
      ru: `Заказом уже занимается другой человек: ${by}. Дождитесь или возьмите заказ на себя`,
      en: `Somebody else is at the order: ${by}. Wait, or take the order over`,
    },
    claim: { by, at: new Date(at), until: new Date(until) },
  };
}
