import { type DataSource, type EntityManager } from "typeorm";

import { isOpenAtTill } from "../../domain/orders/open-orders";
import { STATES_NEVER_IN_TILL } from "../../domain/orders/settled-states";
import {
  type BranchSettings,
  credentialOwner,
  PosKind,
} from "../../entities/branches/branch-settings";
import { FormerConnection } from "../../entities/branches/former-connection";
import { type PosCredential } from "../../ports/pos/pos-branch";
import { type Secrets } from "../../ports/secrets";
import { readRows } from "../orders/rows/order-rows";
import { posAccessId } from "./pos-connections";

/** Orders that were sent to the former connection `was` and may still change there. `$1` is now. */
export const OPEN_THERE = `
select from orders o join pos_orders p on p.order_id = o.id
where o.branch_id = was.branch_id and p.organization_id_in_pos = was.organization_id_in_pos and p.key_id = was.key_id
  and o.injection_state not in ${STATES_NEVER_IN_TILL} and ${isOpenAtTill("o", "$1::timestamptz")}`;

/**
 * Orders without a recorded place, sent before places were recorded: they are where the branch has
 * been connected until now.
 */
const NOTE_PLACES = `
update pos_orders sent set organization_id_in_pos = coalesce(sent.organization_id_in_pos, $2), key_id = $3
from orders o
where o.branch_id = $1 and sent.order_id = o.id and sent.key_id is null and o.status not in ('CLOSED', 'CANCELLED')
  and exists (
    select from injection_attempts attempt
    where attempt.order_id = sent.order_id and attempt.generation = sent.generation
  )`;

/**
 * Keeps how a branch was connected until now when that changes, so that orders sent there are
 * followed there. Part of `tx`, which holds the branch's lock. Kept without checking for orders,
 * because one may be on its way right now.
 */
export async function keepFormerConnection(
  tx: EntityManager,
  secrets: Secrets,
  stored: BranchSettings,
  settings: BranchSettings,
): Promise<void> {
  const { branchId, organizationId, pos, credentialSealed } = stored;
  const keyId = keyIdOf(secrets, stored);
  // A key that can no longer be read is useless.
  if (organizationId === null || credentialSealed === null || keyId === null) return;
  if (organizationId === settings.organizationId && keyId === keyIdOf(secrets, settings)) return;
  await tx.query(NOTE_PLACES, [branchId, organizationId, keyId]);
  const leftAt = () => "now()";
  const former = { branchId, organizationId, keyId, pos, credentialSealed, leftAt };
  const by = ["branch_id", "organization_id_in_pos", "key_id"];
  const insert = tx.createQueryBuilder().insert().into(FormerConnection).values(former);
  await insert.orUpdate(["credential_sealed", "left_at"], by).execute();
}

/** Returns those to which pending orders were sent. */
export function formerConnectionsInUse(db: DataSource, now: Date): Promise<FormerConnection[]> {
  return readRows(db.manager, FormerConnection, `was where exists (${OPEN_THERE})`, [now]);
}

/**
 * Deletes those where nothing is followed any more. A process that sent there may still be busy
 * with it for a moment.
 */
export async function forgetFormerConnections(db: DataSource, now: Date): Promise<void> {
  await db.query(
    `delete from former_connections was
     where left_at < $1::timestamptz - interval '1 day' and not exists (${OPEN_THERE})`,
    [now],
  );
}

/** null if it cannot be read, or nothing is connected. */
function keyIdOf(
  secrets: Secrets,
  { branchId, pos, credentialSealed }: BranchSettings,
): string | null {
  if (pos === PosKind.NONE || credentialSealed === null) return null;
  try {
    return posAccessId(
      secrets,
      pos,
      JSON.parse(secrets.open(credentialSealed, credentialOwner(branchId))) as PosCredential,
    );
  } catch {
    return null;
  }
}
