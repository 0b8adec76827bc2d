import { type DataSource, In } from "typeorm";

import { type Viewer } from "../../domain/access/viewer";
import { Branch } from "../../entities/branches/branch";

/**
 * The branches a viewer may see, oldest first: guests see all, a key that is limited to branches
 * sees those.
 */
export class FindBranches {
  constructor(private readonly db: DataSource) {}

  async execute(viewer: Viewer): Promise<Branch[]> {
    const only = viewer.kind === "key" ? viewer.branchIds : null;
    const where = only === null ? {} : { id: In([...only]) };
    return this.db.manager.find(Branch, { where, order: { createdAt: "ASC", id: "ASC" } });
  }
}
