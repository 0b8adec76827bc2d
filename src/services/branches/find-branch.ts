import { type DataSource } from "typeorm";

import { seesBranch, type Viewer } from "../../domain/access/viewer";
import { isUuid } from "../../domain/ids";
import { Branch } from "../../entities/branches/branch";

/** One branch, or null when there is none or none that the viewer may see. */
export class FindBranch {
  constructor(private readonly db: DataSource) {}

  async execute(viewer: Viewer, id: string): Promise<Branch | null> {
    const known = seesBranch(viewer, id) && isUuid(id);
    const branch = known ? await this.db.manager.findOneBy(Branch, { id }) : null;
    return branch?.isShownTo(viewer) ? branch : null;
  }
}
