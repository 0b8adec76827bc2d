import { type EntityManager } from "typeorm";

import { type BranchSettings } from "../../../entities/branches/branch-settings";
import { type EventFeed } from "../../../ports/event-feed";

/**
 * Another terminal group, organization or key has another stop list; without a POS there is none
 * any more. What the key has lost may be asked about again, now that a person has acted.
 */
export async function lookAnew(
  tx: EntityManager,
  feed: EventFeed,
  { branchId, organizationId }: Pick<BranchSettings, "branchId" | "organizationId">,
): Promise<void> {
  await tx.query("delete from lost_organizations where organization_id_in_pos = $1", [
    organizationId,
  ]);
  await tx.query("update stop_lists set due_at = least(due_at, now()) where branch_id = $1", [
    branchId,
  ]);
  await feed.announce(tx, `availability:${branchId}`);
}
