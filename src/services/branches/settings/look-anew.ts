import { type EntityManager } from "typeorm";

import { type BranchSettings } from "../../../entities/branches/branch-settings";
import { type EventFeed } from "../../../ports/event-feed";

/** Nobody delivers for another organization any more; the same one may have other zones now. */
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
 * Another terminal group, organization or key has another stop list and other zones; without a POS
 * there are none any more. What the key has lost may be asked about again, now that a person has
 * acted.
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
