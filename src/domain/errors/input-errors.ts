import { type Text } from "../texts/locale";
import { type UserError } from "./user-error";
import { UserErrorCode } from "./user-error-code";

/** @param field a path below `input`, separated by dots; null: the whole request */
export function inputError(
  code: UserErrorCode,
  field: string | null,
  ru: string,
  en: string,
): UserError {
  const message: Text = { ru, en };
  return { code, field: field === null ? null : ["input", ...field.split(".")], message };
}

export function tooLong(field: string, max: number): UserError {
  return inputError(
    UserErrorCode.INVALID,
    field,
    `Не длиннее ${max} знаков`,
    `At most ${max} characters`,
  );
}

export function unprintable(field: string): UserError {
  const en = "The text has characters that cannot be printed";
  return inputError(UserErrorCode.INVALID, field, "В тексте есть непечатаемые символы", en);
}

export function required(field: string): UserError {
  return inputError(UserErrorCode.REQUIRED, field, "Обязательное поле", "This field is required");
}
