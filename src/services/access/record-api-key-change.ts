import { type EntityManager } from "typeorm";

import { type Viewer } from "../../domain/access/viewer";
import { type ApiKey } from "../../entities/access/api-key";
import { recordChanges } from "../branches/changes/record-changes";

/**
 * Records what happened to a key in the history of each branch for which it is valid, in terms by
 * which the key can be recognised.
 */
export async function recordApiKeyChange(
  tx: EntityManager,
  viewer: Viewer,
  { scope, label, prefix, branchIds, companyId }: ApiKey,
  change: "created" | "revoked",
): Promise<void> {
  const key = `${scope} rrk_${prefix} ${label}`;
  const [before, after] = change === "created" ? [null, key] : [key, null];
  await recordChanges(
    tx,
    viewer,
    (branchIds ?? [null]).map((branchId) => {
      return { branchId, companyId, field: "apiKey", before, after };
    }),
  );
}
