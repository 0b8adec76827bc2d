import { type EntityManager } from "typeorm";

import { type BranchSettings } from "../../../entities/branches/branch-settings";
import { type EventFeed } from "../../../ports/event-feed";

/**
 * Deliveries for the previous organization have ended; the same organization may have other zones
 * now.
 */
const OTHER_ZONES = `
with gone as (
  delete from delivery_zones where branch_id = $1 and source = 'POS' and organization_id_in_pos is distinct from $2
  returning branch_id
), due as (
  update delivery_zones set due_at = least(due_at, now())
  where branch_id = $1 and source = 'POS' and organization_id_in_pos = $2
)
update branches set delivery_zones_revision = delivery_zones_revision + 1 where id in (select branch_id from gone)`;

/**
 * A different terminal group, organization or key has a different stop list and different zones;
 * without a POS there are none any more. Organizations that the key has lost may be queried again,
 * now that somebody has acted.
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
  await tx.query(OTHER_ZONES, [branchId, organizationId]);
  await feed.announce(tx, `availability:${branchId}`);
}
