import { type DataSource } from "typeorm";

import { DEFAULT_COMPANY_ID } from "../../domain/access/default-company";
import { isGuest, reachOf, type Viewer } from "../../domain/access/viewer";
import { isUuid } from "../../domain/ids";
import { Branch } from "../../entities/branches/branch";

const LATER =
  "(b.created_at, b.id) > ((select created_at from branches where id = :id), cast(:id as uuid))";

/** Where a page begins: after a given branch, or after skipping a number of entries. */
export type BranchPosition = { readonly id: string } | { readonly skipped: number };

interface BranchesAsked {
  /**
   * Limits the list to this company; if omitted, the viewer's company or, for guests who name none,
   * the first one.
   */
  readonly companyId?: string | null | undefined;
  readonly limit: number;
  /** null starts with the first branch. */
  readonly position: BranchPosition | null;
}

/**
 * The branches that a viewer may see, oldest first: guests see all published branches of a company,
 * and a key limited to certain branches sees those.
 */
export class FindBranches {
  constructor(private readonly db: DataSource) {}

  async execute(viewer: Viewer, { companyId, limit, position }: BranchesAsked): Promise<Branch[]> {
    if (typeof companyId === "string" && !isUuid(companyId)) return [];
    const namesNone = isGuest(viewer) && viewer.company === undefined;
    const company = companyId ?? (namesNone ? DEFAULT_COMPANY_ID : null);
    const reach = reachOf(viewer);
    const query = this.db
      .createQueryBuilder(Branch, "b")
      .orderBy("b.createdAt", "ASC")
      .addOrderBy("b.id", "ASC")
      .limit(limit);
    if (isGuest(viewer)) query.andWhere("b.published");
    if (reach !== null) query.andWhere("b.id = any(:reach)", { reach });
    if (company !== null) query.andWhere("b.companyId = :company", { company });
    if (position && "skipped" in position) query.offset(position.skipped);
    else if (position) query.andWhere(LATER, position);
    return query.getMany();
  }
}
