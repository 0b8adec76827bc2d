import { type DataSource, type EntityManager } from "typeorm";

import { type Viewer } from "../../domain/access/viewer";
import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { isUuid } from "../../domain/ids";
import { ApiKey } from "../../entities/access/api-key";
import { Refused } from "../../errors";
import { type Clock } from "../../ports/clock";
import { recordApiKeyChange } from "./record-api-key-change";

/**
 * Revokes a key permanently, starting with the next request. Safe to repeat: the first call counts.
 */
export class RevokeApiKey {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws {Refused} NOT_FOUND
   */
  async execute(viewer: Viewer, id: string): Promise<ApiKey> {
    return this.db.transaction((tx) => this.revoke(tx, viewer, id));
  }

  private async revoke(tx: EntityManager, viewer: Viewer, id: string): Promise<ApiKey> {
    const where = { id, ...(viewer.company && { companyId: viewer.company.id }) };
    const apiKey = isUuid(id)
      ? await tx.findOne(ApiKey, { where, lock: { mode: "for_no_key_update" } })
      : null;
    if (!apiKey) {
      const message = { ru: "Такого ключа нет", en: "There is no such key" };
      throw new Refused<UserError>([{ code: UserErrorCode.NOT_FOUND, field: ["id"], message }]);
    }
    if (apiKey.revokedAt !== null) return apiKey;
    apiKey.revokedAt = this.clock.now();
    await tx.update(ApiKey, { id }, { revokedAt: apiKey.revokedAt });
    await recordApiKeyChange(tx, viewer, apiKey, "revoked");
    return apiKey;
  }
}
