import { NOT_OF_LIST } from "../../domain/errors/thrown-texts";
import { isUuid } from "../../domain/ids";
import { type Branch } from "../../entities/branches/branch";
import { InvalidInput } from "../../errors";
import { type BranchPosition } from "../../services/branches/find-branches";
import { type Connection, isPositionCursor, pageOfFound, rowsAsked } from "../schema/connection";

/**
 * Returns what to query for one page: one branch more than it holds, to find out whether there is
 * another page. Cursors of earlier releases counted positions, and still do.
 *
 * @throws {InvalidInput} if `first` is outside 0–100 or the cursor is not ours
 */
export function branchesAsked(
  first: number,
  after: string | null | undefined,
): { limit: number; position: BranchPosition | null } {
  const isCounted = typeof after === "string" && isPositionCursor(after);
  const counted = rowsAsked(first, isCounted ? after : null);
  if (!after || isCounted)
    return { limit: counted.limit, position: isCounted ? { skipped: counted.after + 1 } : null };
  const id = Buffer.from(after, "base64url").toString();
  if (!isUuid(id)) throw new InvalidInput(NOT_OF_LIST);
  return { limit: counted.limit, position: { id } };
}

export function pageOfBranches(
  found: readonly Branch[],
  first: number,
  after: string | null | undefined,
): Connection<Branch> {
  return pageOfFound(found, first, after, (node) => {
    return { cursor: Buffer.from(node.id).toString("base64url"), node };
  });
}
