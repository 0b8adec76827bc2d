import { timingSafeEqual } from "node:crypto";

import { type DataSource } from "typeorm";

import { Scope, type Viewer } from "../domain/access/viewer";
import { ApiKey, sha256 } from "../entities/access/api-key";
import { type Clock } from "../ports/clock";

const MINUTE_MS = 60_000;

/** Knows the holders of API keys: those of the table and the one admin key of the settings. */
export class ApiKeys {
  private readonly adminHash: Buffer;

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    adminApiKey: string,
  ) {
    this.adminHash = sha256(adminApiKey);
  }

  /** Who holds the key; undefined when nobody does, or no longer. */
  async viewerOf(key: string): Promise<(Viewer & { kind: "key" }) | undefined> {
    if (timingSafeEqual(sha256(key), this.adminHash)) {
      return { kind: "key", keyId: "admin", label: "admin", scope: Scope.ADMIN, branchIds: null };
    }
    const prefix = ApiKey.prefixOf(key);
    const row = prefix === undefined ? null : await this.db.manager.findOneBy(ApiKey, { prefix });
    if (!row?.opens(key)) return undefined;
    await this.noteUse(row);
    return {
      kind: "key",
      keyId: row.id,
      label: row.label,
      scope: row.scope,
      branchIds: row.branchIds,
    };
  }

  /**
   * At most one write a minute and key, so that a busy key does not turn every read into a write.
   */
  private async noteUse({ id, lastUsedAt }: ApiKey): Promise<void> {
    const now = this.clock.now();
    if (lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() < MINUTE_MS) return;
    await this.db.manager.update(ApiKey, { id }, { lastUsedAt: now });
  }
}
