import { type Text } from "../texts/locale";
import { UserErrorCode } from "./user-error-code";
import { type UserFault } from "./user-fault";

/** @param field a path below `input`, parted by dots; null: of the whole request */
export function inputFault(
  code: UserErrorCode,
  field: string | null,
  ru: string,
  en: string,
): UserFault {
  const message: Text = { ru, en };
  return { code, field: field === null ? null : ["input", ...field.split(".")], message };
}

export function tooLong(field: string, max: number): UserFault {
  return inputFault(
    UserErrorCode.INVALID,
    field,
    `Не длиннее ${max} знаков`,
    `At most ${max} characters`,
  );
}

export function unprintable(field: string): UserFault {
  const en = "The text has characters that cannot be printed";
  return inputFault(UserErrorCode.INVALID, field, "В тексте есть непечатаемые символы", en);
}

export function required(field: string): UserFault {
  return inputFault(UserErrorCode.REQUIRED, field, "Обязательное поле", "This field is required");
}
