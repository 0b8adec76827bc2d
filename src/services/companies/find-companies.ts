import { type DataSource } from "typeorm";

import { hasScope, isPlatform, Scope, type Viewer } from "../../domain/access/viewer";
import { isUuid } from "../../domain/ids";
import { Company } from "../../entities/companies/company";

/** Companies for those who administer: the platform's administrator all, others their own. */
export class FindCompanies {
  constructor(private readonly db: DataSource) {}

  /** The oldest first. @param skip how many of the list to pass over */
  async page(viewer: Viewer, skip: number, limit: number): Promise<Company[]> {
    const { manager } = this.db;
    const order = { createdAt: "ASC", id: "ASC" } as const;
    if (isPlatform(viewer)) return manager.find(Company, { order, skip, take: limit });
    const own = skip === 0 ? await this.byId(viewer, viewer.company?.id ?? "") : null;
    return own ? [own] : [];
  }

  /** null: there is none, or it is not the viewer's. */
  async byId(viewer: Viewer, id: string): Promise<Company | null> {
    const isOwn = isPlatform(viewer) || viewer.company?.id === id.toLowerCase();
    if (!hasScope(viewer, Scope.ADMIN) || !isOwn || !isUuid(id)) return null;
    return this.db.manager.findOneBy(Company, { id });
  }
}
