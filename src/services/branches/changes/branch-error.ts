import { type UserError } from "../../../domain/errors/user-error";
import { UserErrorCode } from "../../../domain/errors/user-error-code";
import { type Text } from "../../../domain/texts/locale";

export function required(field: readonly string[], ru: string, en: string): UserError {
  return { code: UserErrorCode.REQUIRED, field, message: { ru, en } };
}

export function invalid(field: readonly string[], ru: string, en: string): UserError {
  return { code: UserErrorCode.INVALID, field, message: { ru, en } };
}

const NO_SUCH_BRANCH: Text = { ru: "Такого филиала нет", en: "There is no such branch" };

/** The same error for a branch that does not exist and for one on which the viewer may not work. */
export function noSuchBranch(field: readonly string[]): UserError {
  return { code: UserErrorCode.NOT_FOUND, field, message: NO_SUCH_BRANCH };
}
