import { type DataSource } from "typeorm";

import { hasScope, isPlatform, Scope, type Viewer } from "../../domain/access/viewer";
import { isUuid } from "../../domain/ids";
import { Company } from "../../entities/companies/company";

/**
 * Finds companies for administrators: the platform's administrator sees all, others only their own.
 */
export class FindCompanies {
  constructor(private readonly db: DataSource) {}

  /**
   * Returns the oldest first.
   *
   * @param skip how many entries of the list to skip
   */
  async page(viewer: Viewer, skip: number, limit: number): Promise<Company[]> {
    const { manager } = this.db;
    const order = { createdAt: "ASC", id: "ASC" } as const;
    if (isPlatform(viewer)) return manager.find(Company, { order, skip, take: limit });
    const own = skip === 0 ? await this.byId(viewer, viewer.company?.id ?? "") : null;
    return own ? [own] : [];
  }

  /** Returns null if it does not exist or is not the viewer's. */
  async byId(viewer: Viewer, id: string): Promise<Company | null> {
    const isOwn = isPlatform(viewer) || viewer.company?.id === id.toLowerCase();
    if (!hasScope(viewer, Scope.ADMIN) || !isOwn || !isUuid(id)) return null;
    return this.db.manager.findOneBy(Company, { id });
  }
}
