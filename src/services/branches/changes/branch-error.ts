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

/** The same for a branch that is not there and for one that the viewer may not work on. */
export function noSuchBranch(field: readonly string[]): UserError {
  return { code: UserErrorCode.NOT_FOUND, field, message: NO_SUCH_BRANCH };
}
