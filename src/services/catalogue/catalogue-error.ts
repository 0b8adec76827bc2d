import { operatesBranch, type Viewer } from "../../domain/access/viewer";
import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { type Text } from "../../domain/texts/locale";
import { Refused } from "../../errors";
import { noSuchBranch } from "../branches/changes/branch-error";

export function refusal(
  code: UserErrorCode,
  field: readonly string[] | null,
  message: Text,
): Refused<UserError> {
  return new Refused<UserError>([{ code, field, message }]);
}

/**
 * The same error for a branch that does not exist and for one that the caller does not operate, so
 * that ids reveal nothing to outsiders.
 */
export function branchNotFound(field: readonly string[]): Refused<UserError> {
  return new Refused([noSuchBranch(field)]);
}

/**
 * The same error for a plan that does not exist and for one of a branch that the caller does not
 * operate.
 */
export function planNotFound(): Refused<UserError> {
  return refusal(UserErrorCode.NOT_FOUND, ["planId"], {
    ru: "Такого плана нет",
    en: "There is no such plan",
  });
}

/** @throws {Refused} NOT_FOUND: the branch does not exist, or the viewer does not operate it */
export function requireOperated(viewer: Viewer, branchId: string, field: readonly string[]): void {
  if (!operatesBranch(viewer, branchId)) throw branchNotFound(field);
}
