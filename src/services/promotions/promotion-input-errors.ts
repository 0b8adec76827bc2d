import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { type Text } from "../../domain/texts/locale";

type Path = readonly (string | number)[];

function userError(code: UserErrorCode, path: Path, ru: string, en: string): UserError {
  const message: Text = { ru, en };
  return { code, field: ["input", ...path.map(String)], message };
}

export function noSuchBranch(...path: Path): UserError {
  return userError(UserErrorCode.NOT_FOUND, path, "Такого филиала нет", "There is no such branch");
}

export function severalCurrencies(): UserError {
  const en = "The branches count in different currencies: make a promotion for each";
  const ru = "У филиалов разные валюты: создайте акцию для каждой";
  return userError(UserErrorCode.INVALID, ["branchIds"], ru, en);
}

/** @param step the smallest amount of the branches' currency, in its main unit */
export function tooFine(field: string, step: string): UserError {
  return userError(
    UserErrorCode.INVALID,
    [field],
    `Касса считает с шагом ${step}`,
    `The till reckons in steps of ${step}`,
  );
}

export function outOfRange(field: string, min: number, max: number): UserError {
  return userError(
    UserErrorCode.INVALID,
    [field],
    `От ${min} до ${max}`,
    `Between ${min} and ${max}`,
  );
}

export function lengthOutOfRange(field: string, min: number, max: number): UserError {
  return userError(
    UserErrorCode.INVALID,
    [field],
    `В списке от ${min} до ${max}`,
    `The list has between ${min} and ${max}`,
  );
}

/** @param kind of promotion */
export function needed(field: string, kind: string): UserError {
  return userError(UserErrorCode.REQUIRED, [field], `Нужно для ${kind}`, `${kind} needs it`);
}

/** @param kind of promotion */
export function unwanted(field: string, kind: string): UserError {
  return userError(UserErrorCode.INVALID, [field], `Лишнее для ${kind}`, `${kind} has none`);
}

export function noDate(field: string): UserError {
  return userError(
    UserErrorCode.INVALID,
    [field],
    "Нужна дата, например 2026-12-01",
    "A date as 2026-12-01",
  );
}

export function endsBeforeItStarts(): UserError {
  return userError(
    UserErrorCode.INVALID,
    ["endsOn"],
    "Раньше первого дня",
    "It is before the first day",
  );
}

export function malformedCode(...path: Path): UserError {
  const en = "A code has 3 to 40 letters, digits, - and _";
  return userError(UserErrorCode.INVALID, path, "В коде от 3 до 40 букв, цифр, знаков - и _", en);
}

export function codeTaken(...path: Path): UserError {
  return userError(
    UserErrorCode.CONFLICT,
    path,
    "Такой промокод у филиала уже есть",
    "The branch has such a promo code already",
  );
}

export function tooManyCodes(max: number): UserError {
  const en = `A promotion has at most ${max} codes`;
  return userError(UserErrorCode.CONFLICT, ["count"], `У акции не больше ${max} промокодов`, en);
}

/** The same error for a promotion that does not exist and for one that the viewer may not see. */
export function noSuchPromotion(field: readonly string[]): UserError {
  const message = { ru: "Такой акции нет", en: "There is no such promotion" };
  return { code: UserErrorCode.NOT_FOUND, field, message };
}

export function notYours(field: readonly string[]): UserError {
  const message = {
    ru: "Акция действует и в филиалах, с которыми этот ключ не работает",
    en: "The promotion is for branches, too, that your key may not work on",
  };
  return { code: UserErrorCode.FORBIDDEN, field, message };
}

export function isDisabled(field: readonly string[]): UserError {
  const message = { ru: "Акция выключена", en: "The promotion is switched off" };
  return { code: UserErrorCode.CONFLICT, field, message };
}
