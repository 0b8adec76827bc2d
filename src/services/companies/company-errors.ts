import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";

/** The same error for a company that does not exist and for one that is not the caller's. */
export function noSuchCompany(field: readonly string[]): UserError {
  const message = { ru: "Такой компании нет", en: "There is no such company" };
  return { code: UserErrorCode.NOT_FOUND, field, message };
}

export function notAnOrigin(index: number): UserError {
  const message = {
    ru: "Укажите адрес сайта без пути. Пример: https://pizza.example.ru",
    en: "Name a site without a path. Example: https://pizza.example.ru",
  };
  return { code: UserErrorCode.INVALID, field: ["input", "origins", String(index)], message };
}

export function originTaken(index: number): UserError {
  const message = {
    ru: "Этот сайт указан у другой компании",
    en: "This site is another company's",
  };
  return { code: UserErrorCode.CONFLICT, field: ["input", "origins", String(index)], message };
}

export function tooManyOrigins(most: number): UserError {
  const message = { ru: `Не больше ${most} сайтов`, en: `No more than ${most} sites` };
  return { code: UserErrorCode.INVALID, field: ["input", "origins"], message };
}
