import { type DataSource } from "typeorm";

import { type BranchSettings } from "../../../entities/branches/branch-settings";
import { readableAccess } from "../../pos/branches-of-keys";
import { OPEN_THERE } from "../../pos/former-connections";
import { type PosAccess, type PosConnections } from "../../pos/pos-connections";

/** The branches of one key. */
export interface AskedKey {
  readonly branchIds: readonly string[];
  /** If omitted, the key of the first branch that has one. */
  readonly keyId?: string;
}

/** The place of one organization in the form that the POS needs. */
export interface PolledOrganization {
  readonly organizationId: string;
  readonly timeZone: string;
}

export interface PolledPlaces {
  readonly access: PosAccess;
  readonly branchIds: readonly string[];
  /** Sorted, because the place in the changes belongs to the set. */
  readonly organizations: readonly PolledOrganization[];
}

interface Row extends Pick<BranchSettings, "branchId" | "pos" | "credentialSealed"> {
  readonly organizationId: string;
  readonly timeZone: string;
}

interface Place extends PolledOrganization {
  readonly access: PosAccess;
}

/** `$1` is now, `$2` the branches. */
const PLACES = `
select place.*, branch.time_zone as "timeZone" from (
  select branch_id as "branchId", organization_id_in_pos as "organizationId", pos, credential_sealed as "credentialSealed"
  from branch_settings where branch_id = any ($2) and organization_id_in_pos is not null
  union all
  select branch_id, organization_id_in_pos, pos, credential_sealed from former_connections was
  where branch_id = any ($2) and exists (${OPEN_THERE})
) place join branches branch on branch.id = place."branchId"`;

/**
 * Returns what is polled with each of these keys: the organizations to which its branches are
 * connected with it, and those where orders have been pending since before a branch was connected
 * differently. A key with which nothing is polled any more is missing. One statement covers all.
 */
export async function polledPlaces(
  { db, connections }: { readonly db: DataSource; readonly connections: PosConnections },
  keys: readonly AskedKey[],
  now: Date,
): Promise<PolledPlaces[]> {
  const rows = await db.query<Row[]>(PLACES, [now, keys.flatMap(({ branchIds }) => branchIds)]);
  const ofBranches = new Map<string, Place[]>();
  for (const row of rows) {
    const places = ofBranches.get(row.branchId) ?? [];
    ofBranches.set(row.branchId, [...places, ...placeOf(connections, row)]);
  }
  return keys.flatMap(({ branchIds, keyId }) => {
    const places = branchIds.flatMap((branchId) => ofBranches.get(branchId) ?? []);
    const id = keyId ?? places[0]?.access.id;
    const [first, ...others] = places.filter(({ access }) => access.id === id);
    if (!first) return [];
    return [{ access: first.access, branchIds, organizations: sorted([first, ...others]) }];
  });
}

function sorted(places: readonly PolledOrganization[]): PolledOrganization[] {
  const byId = new Map(
    places.map(({ organizationId, timeZone }) => [organizationId, { organizationId, timeZone }]),
  );
  return [...byId.values()].sort((one, other) =>
    one.organizationId.localeCompare(other.organizationId),
  );
}

function placeOf(connections: PosConnections, row: Row): Place[] {
  const { organizationId, timeZone } = row;
  const access = readableAccess(connections, row);
  return access ? [{ organizationId, timeZone, access }] : [];
}
