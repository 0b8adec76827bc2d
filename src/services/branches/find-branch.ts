import { type DataSource } from "typeorm";

import { isUuid } from "../../domain/ids";
import { type Viewer } from "../../domain/viewer";
import { Branch } from "../../entities/branch";

/** One branch, or null when there is none or none that the viewer may see. */
export class FindBranch {
  constructor(private readonly db: DataSource) {}

  async execute(viewer: Viewer, id: string): Promise<Branch | null> {
    const hidden = viewer.kind === "key" && viewer.branchIds !== null && !viewer.branchIds.includes(id);
    return hidden || !isUuid(id) ? null : this.db.manager.findOneBy(Branch, { id });
  }
}
