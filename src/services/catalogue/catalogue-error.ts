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
 * The same for an absent branch and for one the caller does not operate: ids tell an outsider
 * nothing.
 */
export function branchNotFound(field: readonly string[]): Refused<UserError> {
  return new Refused([noSuchBranch(field)]);
}

/** The same for an absent plan and for one of a branch the caller does not operate. */
export function planNotFound(): Refused<UserError> {
  return refusal(UserErrorCode.NOT_FOUND, ["planId"], {
    ru: "Такого плана нет",
    en: "There is no such plan",
  });
}

/** @throws {Refused} NOT_FOUND: the viewer does not operate the branch, or there is none */
export function requireOperated(viewer: Viewer, branchId: string, field: readonly string[]): void {
  if (!operatesBranch(viewer, branchId)) throw branchNotFound(field);
}
