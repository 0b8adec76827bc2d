import { type EntityManager } from "typeorm";

/** How exact the times are: a busy organization is not worth a write for every message. */
export const EXACT_TO_SECONDS = 10;

/** Notes when organizations were last heard or asked. */
export async function noteContact(
  tx: EntityManager,
  organizationIds: readonly string[],
  what: "webhook_at" | "polled_at",
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into organization_contacts as known (organization_id, ${what})
     select contacted.id, $2::timestamptz from unnest($1::uuid[]) contacted(id)
     -- A conflict locks the row until the disk has the commit, even when nothing is updated: it is for the rare race only.
     where not exists (
       select from organization_contacts
       where organization_id = contacted.id and ${what} >= $2::timestamptz - interval '${EXACT_TO_SECONDS} s'
     )
     on conflict (organization_id) do update set ${what} = excluded.${what}
     where known.${what} is null or known.${what} < excluded.${what} - interval '${EXACT_TO_SECONDS} s'`,
    [organizationIds, at],
  );
}
