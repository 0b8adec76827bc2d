import { type DataSource, type FindOptionsWhere, In } from "typeorm";

import { DEFAULT_COMPANY_ID } from "../../domain/access/default-company";
import { isUuid } from "../../domain/ids";
import { reachOf, type Viewer } from "../../domain/access/viewer";
import { Branch } from "../../entities/branches/branch";

/**
 * The branches a viewer may see, oldest first: guests see all of a company, a key that is limited
 * to branches sees those.
 */
export class FindBranches {
  constructor(private readonly db: DataSource) {}

  /**
   * @param companyId of this company alone; left out: of the viewer's, and for guests who name none
   * the first one's
   */
  async execute(viewer: Viewer, companyId?: string | null): Promise<Branch[]> {
    if (typeof companyId === "string" && !isUuid(companyId)) return [];
    const namesNone = viewer.kind !== "key" && viewer.company === undefined;
    const company = companyId ?? (namesNone ? DEFAULT_COMPANY_ID : null);
    const reach = reachOf(viewer);
    const where: FindOptionsWhere<Branch> = {
      ...(reach !== null && { id: In([...reach]) }),
      ...(company !== null && { companyId: company }),
    };
    return this.db.manager.find(Branch, { where, order: { createdAt: "ASC", id: "ASC" } });
  }
}
