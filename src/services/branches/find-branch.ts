import { type DataSource } from "typeorm";

import { seesBranch, type Viewer } from "../../domain/access/viewer";
import { isUuid } from "../../domain/ids";
import { Branch } from "../../entities/branches/branch";

/** Finds one branch; null if it does not exist or the viewer may not see it. */
export class FindBranch {
  constructor(private readonly db: DataSource) {}

  async execute(viewer: Viewer, id: string): Promise<Branch | null> {
    const known = seesBranch(viewer, id) && isUuid(id);
    const branch = known ? await this.db.manager.findOneBy(Branch, { id }) : null;
    return branch?.isShownTo(viewer) ? branch : null;
  }
}
