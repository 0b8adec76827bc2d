import { type DataSource } from "typeorm";

import { ApiKey } from "../../entities/access/api-key";

/** Every key ever issued, newest first; revoked ones stay in the list. */
export class ListApiKeys {
  constructor(private readonly db: DataSource) {}

  execute(): Promise<ApiKey[]> {
    return this.db.manager.find(ApiKey, { order: { createdAt: "DESC", id: "ASC" } });
  }
}
