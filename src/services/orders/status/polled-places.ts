import { type DataSource, In } from "typeorm";

import { Branch } from "../../../entities/branches/branch";
import { BranchSettings } from "../../../entities/branches/branch-settings";
import { formerConnectionsInUse } from "../../pos/former-connections";
import { type PosAccess, type PosConnections } from "../../pos/pos-connections";
import { isPosError } from "../../pos/pos-user-error";

/** The place of one organization, as the POS needs it. */
export interface PolledOrganization {
  readonly organizationId: string;
  readonly timeZone: string;
}

export interface PolledPlaces {
  readonly access: PosAccess;
  /** Sorted: the place in the changes belongs to the set. */
  readonly organizations: readonly PolledOrganization[];
}

interface Place {
  readonly branchId: string;
  readonly organizationId: string;
  readonly access: PosAccess;
}

/**
 * What is polled with a key: the organizations that these branches are connected to with it, and
 * those where orders of theirs are under way since before they were connected otherwise. undefined:
 * nothing is.
 *
 * @param keyId that of the first branch that has one, when left out
 */
export async function polledPlaces(
  { db, connections }: { readonly db: DataSource; readonly connections: PosConnections },
  branchIds: readonly string[],
  keyId: string | undefined,
  now: Date,
): Promise<PolledPlaces | undefined> {
  const settings = await db.manager.findBy(BranchSettings, { branchId: In([...branchIds]) });
  const former = (await formerConnectionsInUse(db, now)).filter(({ branchId }) =>
    branchIds.includes(branchId),
  );
  const places = [...settings, ...former].flatMap((each) => placeOf(connections, each));
  const [first] = keyId === undefined ? places : places.filter(({ access }) => access.id === keyId);
  if (!first) return undefined;
  const polled = places.filter(({ access }) => access.id === first.access.id);
  const branches = await db.manager.findBy(Branch, {
    id: In(polled.map(({ branchId }) => branchId)),
  });
  const zones = new Map(branches.map(({ id, timeZone }) => [id, timeZone]));
  const byId = new Map(
    polled.map(({ organizationId, branchId }) => [
      organizationId,
      { organizationId, timeZone: zones.get(branchId) ?? "UTC" },
    ]),
  );
  const organizations = [...byId.values()].sort((one, other) =>
    one.organizationId.localeCompare(other.organizationId),
  );
  return { access: first.access, organizations };
}

function placeOf(
  connections: PosConnections,
  settings: Pick<BranchSettings, "branchId" | "organizationId" | "pos" | "credentialSealed">,
): Place[] {
  const { branchId, organizationId } = settings;
  if (organizationId === null) return [];
  try {
    return [{ branchId, organizationId, access: connections.access(settings) }];
  } catch (error) {
    if (isPosError(error)) return [];
    throw error;
  }
}
