import { actsFor } from "./acts-for";
import { Statement, statementOf } from "./statements";
import { operatesBranch, type Viewer } from "./viewer";

/**
 * Returns whether the caller may state this about an order.
 *
 * @param owner the input's type
 * @param phone E.164; of the order's guest
 */
export function mayState(
  owner: string,
  name: string,
  viewer: Viewer,
  { branchId, phone }: { readonly branchId: string; readonly phone: string | null },
): boolean {
  switch (statementOf(owner, name)) {
    case Statement.KEY_OF_BRANCH:
      return operatesBranch(viewer, branchId);
    case Statement.GUEST_OR_KEY:
      return actsFor(viewer, phone, branchId);
    case undefined:
      return false;
    default:
      return true;
  }
}
