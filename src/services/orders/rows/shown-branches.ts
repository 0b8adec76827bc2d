import { type EntityManager } from "typeorm";

import { seesBranch, type Viewer } from "../../../domain/access/viewer";
import { isUuid } from "../../../domain/ids";
import { Branch } from "../../../entities/branches/branch";
import { BranchSettings } from "../../../entities/branches/branch-settings";
import { RowReader } from "./order-rows";

interface ShownBranch {
  readonly branch: Branch;
  readonly settings: BranchSettings;
}

/** Finds branches with their settings, batching simultaneous requests. */
export class ShownBranches {
  private readonly branches: RowReader<Branch>;
  private readonly settings: RowReader<BranchSettings>;

  constructor(manager: EntityManager) {
    this.branches = new RowReader(manager, Branch, "id");
    this.settings = new RowReader(manager, BranchSettings, "branch_id");
  }

  /** Returns null if there is no such branch, or none that the viewer may see. */
  async find(viewer: Viewer, branchId: string): Promise<ShownBranch | null> {
    if (!seesBranch(viewer, branchId) || !isUuid(branchId)) return null;
    const [branch, settings] = await Promise.all([
      this.branches.find(branchId),
      this.settings.find(branchId),
    ]);
    return settings && branch?.isShownTo(viewer) ? { branch, settings } : null;
  }
}
