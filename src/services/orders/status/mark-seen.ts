import { type EntityManager } from "typeorm";

/**
 * Accuracy of the times in seconds, so that a busy organization does not cost a write per message.
 */
export const EXACT_TO_SECONDS = 5;

/**
 * Records when organizations last sent a web hook or were last polled. A row that is locked is
 * being updated by another process, so it is skipped.
 */
export async function markSeen(
  tx: EntityManager,
  organizationIds: readonly string[],
  what: "webhook_at" | "polled_at",
  at: Date,
): Promise<void> {
  await tx.query(
    `with free as (
       select organization_id_in_pos from organization_contacts
       where organization_id_in_pos = any ($1)
         and coalesce(${what} < $2::timestamptz - interval '${EXACT_TO_SECONDS} s', true)
       order by organization_id_in_pos for no key update skip locked
     ), moved as (
       update organization_contacts known set ${what} = $2 from free where known.organization_id_in_pos = free.organization_id_in_pos
     )
     insert into organization_contacts (organization_id_in_pos, ${what})
     select contacted.id, $2::timestamptz from unnest($1::text[]) contacted(id)
     where not exists (select from organization_contacts known where known.organization_id_in_pos = contacted.id)
     on conflict do nothing`,
    [organizationIds, at],
  );
}
