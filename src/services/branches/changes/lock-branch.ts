import { type EntityManager } from "typeorm";

import { operatesBranch, type Viewer } from "../../../domain/access/viewer";
import { type UserError } from "../../../domain/errors/user-error";
import { isUuid } from "../../../domain/ids";
import { Branch } from "../../../entities/branches/branch";
import { Refused } from "../../../errors";
import { noSuchBranch } from "./branch-error";

/**
 * Locks the branch for a change: other changes to it wait until `tx` ends.
 *
 * @throws {Refused} NOT_FOUND: the branch does not exist, or the viewer may not work on it
 */
export async function lockBranch(tx: EntityManager, viewer: Viewer, id: string): Promise<Branch> {
  const branch =
    operatesBranch(viewer, id) && isUuid(id)
      ? await tx.findOne(Branch, { where: { id }, lock: { mode: "for_no_key_update" } })
      : null;
  if (!branch) throw new Refused<UserError>([noSuchBranch(["branchId"])]);
  return branch;
}
