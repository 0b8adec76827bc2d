import { type DataSource } from "typeorm";

import { isUuid } from "../../domain/ids";
import { UserErrorCode } from "../../domain/user-error-code";
import { type UserFault } from "../../domain/user-fault";
import { ApiKey } from "../../entities/api-key";
import { Refused } from "../../errors";
import { type Clock } from "../../ports/clock";

/** Ends a key for good, from the next request on. Safe to repeat: the first time counts. */
export class RevokeApiKey {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws {Refused} NOT_FOUND
   */
  async execute(id: string): Promise<ApiKey> {
    const apiKey = isUuid(id) ? await this.db.manager.findOneBy(ApiKey, { id }) : null;
    if (!apiKey) {
      const message = { ru: "Такого ключа нет", en: "There is no such key" };
      throw new Refused<UserFault>([{ code: UserErrorCode.NOT_FOUND, field: ["id"], message }]);
    }
    if (apiKey.revokedAt !== null) return apiKey;
    apiKey.revokedAt = this.clock.now();
    await this.db.manager.update(ApiKey, { id }, { revokedAt: apiKey.revokedAt });
    return apiKey;
  }
}
