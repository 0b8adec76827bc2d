import { type DataSource } from "typeorm";

import { type Viewer } from "../../domain/access/viewer";
import { ApiKey } from "../../entities/access/api-key";

/** Every key ever issued in the viewer's company, newest first; revoked ones stay in the list. */
export class ListApiKeys {
  constructor(private readonly db: DataSource) {}

  execute({ company }: Viewer): Promise<ApiKey[]> {
    const where = company ? { companyId: company.id } : {};
    return this.db.manager.find(ApiKey, { where, order: { createdAt: "DESC", id: "ASC" } });
  }
}
