import { type BranchSettings } from "../../entities/branches/branch-settings";
import { type PosAccess, type PosConnections } from "./pos-connections";
import { isPosError } from "./pos-user-error";

type WithKey = Pick<BranchSettings, "branchId" | "pos" | "credentialSealed">;

/** A key, and the branches in question that use it. */
export interface BranchesOfKey<Branch> {
  readonly access: PosAccess;
  readonly branches: readonly Branch[];
}

/** null if the branch's key cannot be read, or there is none; the doctor reports why. */
export function readableAccess(connections: PosConnections, branch: WithKey): PosAccess | null {
  try {
    return connections.access(branch);
  } catch (error) {
    if (isPosError(error)) return null;
    throw error;
  }
}

/**
 * Groups branches by their keys, so that each POS is asked once. Branches without a readable key
 * are left out.
 */
export function branchesOfKeys<Branch extends WithKey>(
  connections: PosConnections,
  branches: readonly Branch[],
): BranchesOfKey<Branch>[] {
  const keys = new Map<string, { readonly access: PosAccess; readonly branches: Branch[] }>();
  for (const branch of branches) {
    const access = readableAccess(connections, branch);
    if (!access) continue;
    const key = keys.get(access.id) ?? { access, branches: [] };
    key.branches.push(branch);
    keys.set(access.id, key);
  }
  return [...keys.values()];
}
