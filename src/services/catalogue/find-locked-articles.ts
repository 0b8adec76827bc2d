import { type DataSource } from "typeorm";

import { operatesBranch, type Viewer } from "../../domain/access/viewer";
import { isUuid } from "../../domain/ids";

/** Which products of a branch have a field that imports and price syncs leave alone. */
export class FindLockedArticles {
  constructor(private readonly db: DataSource) {}

  /** In no particular order. null: no such branch where the viewer operates. */
  async execute(viewer: Viewer, branchId: string): Promise<readonly string[] | null> {
    if (!isUuid(branchId) || !operatesBranch(viewer, branchId)) return null;
    const rows = await this.db.query<{ article: string }[]>(
      "select article from products where branch_id = $1 and locked_fields <> '{}'",
      [branchId],
    );
    return rows.map(({ article }) => article);
  }
}
