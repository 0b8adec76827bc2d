import { type DataSource } from "typeorm";

import { operatesBranch, type Viewer } from "../../domain/access/viewer";
import { isUuid } from "../../domain/ids";

/** Finds the products of a branch that have a field locked against imports and price syncs. */
export class FindLockedArticles {
  constructor(private readonly db: DataSource) {}

  /** In no particular order. null: the viewer operates no such branch. */
  async execute(viewer: Viewer, branchId: string): Promise<readonly string[] | null> {
    if (!isUuid(branchId) || !operatesBranch(viewer, branchId)) return null;
    const rows = await this.db.query<{ article: string }[]>(
      "select article from products where branch_id = $1 and locked_fields <> '{}'",
      [branchId],
    );
    return rows.map(({ article }) => article);
  }
}
