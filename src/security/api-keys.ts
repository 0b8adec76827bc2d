import { timingSafeEqual } from "node:crypto";

import { type DataSource } from "typeorm";

import { Scope, type Viewer } from "../domain/access/viewer";
import { ApiKey, sha256 } from "../entities/access/api-key";
import { type Clock } from "../ports/clock";
import { COMPANY_STATE, CompanyReaches, type CompanyState } from "./company-reaches";

const MINUTE_MS = 60_000;

const HELD = `
  select k.id, k.label, k.scope, k.hash, k.branch_ids as "branchIds", k.revoked_at as "revokedAt",
    k.last_used_at as "lastUsedAt", ${COMPANY_STATE}
  from api_keys k join companies c on c.id = k.company_id where k.prefix = $1`;

/** Knows the holders of API keys: those in the table and the one admin key from the settings. */
export class ApiKeys {
  private readonly adminHash: Buffer;

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    adminApiKey: string,
    private readonly reaches = new CompanyReaches(db, clock),
  ) {
    this.adminHash = sha256(adminApiKey);
  }

  /** Returns who holds the key; undefined if no one does, or no longer. */
  async viewerOf(key: string): Promise<(Viewer & { kind: "key" }) | undefined> {
    if (timingSafeEqual(sha256(key), this.adminHash)) {
      return { kind: "key", keyId: "admin", label: "admin", scope: Scope.ADMIN, branchIds: null };
    }
    const prefix = ApiKey.prefixOf(key);
    const [row] = prefix === undefined ? [] : await this.db.query<HeldKey[]>(HELD, [prefix]);
    if (!row || !Object.assign(new ApiKey(), row).opens(key)) return undefined;
    await this.noteUse(row);
    const { id: keyId, label, scope, branchIds } = row;
    const company = await this.reaches.of(row);
    return {
      kind: "key",
      keyId,
      label,
      scope,
      branchIds: branchIds ?? company.branchIds,
      company,
    };
  }

  /**
   * At most one write per minute and key, so that a busy key does not turn every read into a write.
   */
  private async noteUse({ id, lastUsedAt }: HeldKey): Promise<void> {
    const now = this.clock.now();
    if (lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() < MINUTE_MS) return;
    await this.db.manager.update(ApiKey, { id }, { lastUsedAt: now });
  }
}

type HeldKey = CompanyState &
  Pick<ApiKey, "id" | "label" | "scope" | "hash" | "branchIds" | "revokedAt" | "lastUsedAt">;
