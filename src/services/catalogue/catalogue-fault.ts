import { type Text } from "../../domain/texts/locale";
import { UserErrorCode } from "../../domain/faults/user-error-code";
import { type UserFault } from "../../domain/faults/user-fault";
import { operatesBranch, type Viewer } from "../../domain/access/viewer";
import { Refused } from "../../errors";
import { noSuchBranch } from "../branches/changes/branch-fault";

export function refusal(
  code: UserErrorCode,
  field: readonly string[] | null,
  message: Text,
): Refused<UserFault> {
  return new Refused<UserFault>([{ code, field, message }]);
}

/**
 * The same for an absent branch and for one the caller does not operate: ids tell an outsider
 * nothing.
 */
export function branchNotFound(field: readonly string[]): Refused<UserFault> {
  return new Refused([noSuchBranch(field)]);
}

/** The same for an absent plan and for one of a branch the caller does not operate. */
export function planNotFound(): Refused<UserFault> {
  return refusal(UserErrorCode.NOT_FOUND, ["planId"], {
    ru: "Такого плана нет",
    en: "There is no such plan",
  });
}

/** @throws {Refused} NOT_FOUND: the viewer does not operate the branch, or there is none */
export function requireOperated(viewer: Viewer, branchId: string, field: readonly string[]): void {
  if (!operatesBranch(viewer, branchId)) throw branchNotFound(field);
}
