import {
  type StopListEntry,
  type TerminalGroupStopList,
} from "../../../domain/catalogue/stop-list";
import { OrganizationsDenied, PosRejected } from "../../../errors";
import { can, type Pos } from "../../../ports/pos/pos";
import { type PosCredential } from "../../../ports/pos/pos-branch";
import { type PosAccess, type PosConnection } from "../../pos/pos-connections";

export interface BranchStopList {
  readonly branchId: string;
  /** In an order that only changes with the list. */
  readonly groups: readonly TerminalGroupStopList[];
}

/**
 * Reads the stop lists of branches that share a key: a branch's own terminal group is decisive. If
 * it has none, the POS distributes its orders, so all groups that the key sees count. Branches that
 * the POS does not mention are missing.
 *
 * @throws {OrganizationsDenied} the key may not ask about some of them
 * @throws {PosUnavailable} {PosRateLimited} {PosRejected} {PosContractBroken} for all of them
 *   together
 */
export async function readStopLists(
  { pos, credential }: Pick<PosAccess, "pos" | "credential">,
  connections: readonly PosConnection[],
): Promise<BranchStopList[]> {
  const lists = await readTogether(pos, credential, organizationsOf(connections));
  const withoutGroup = connections.filter(({ branch }) => branch.terminalGroupId === null);
  const groups = await pos.visibleTerminalGroups(credential, organizationsOf(withoutGroup));
  return connections.flatMap(
    ({ branch: { organizationId, terminalGroupId }, settings: { branchId } }) => {
      const listed = lists.get(organizationId);
      if (!listed) return [];
      const seen = groups
        .filter((group) => group.organizationId === organizationId)
        .map(({ posId }) => posId);
      const deciding = terminalGroupId === null ? seen.sort() : [terminalGroupId];
      return [
        {
          branchId,
          groups: deciding.map((id) => ({ terminalGroupId: id, entries: entriesOf(listed, id) })),
        },
      ];
    },
  );
}

function organizationsOf(connections: readonly PosConnection[]): string[] {
  return [...new Set(connections.map(({ branch }) => branch.organizationId))];
}

/**
 * If the POS refuses one organization, it refuses the whole request; the others are then requested
 * separately.
 */
async function readTogether(
  pos: Pos,
  credential: PosCredential,
  organizationIds: readonly string[],
) {
  if (!can(pos, "stopLists")) return new Map<string, TerminalGroupStopList[]>();
  try {
    return await pos.stopLists(credential, organizationIds);
  } catch (error) {
    if (!(error instanceof PosRejected) || error instanceof OrganizationsDenied) throw error;
    if (organizationIds.length < 2) throw error;
  }
  const lists = new Map<string, TerminalGroupStopList[]>();
  for (const id of organizationIds) {
    const alone = await pos.stopLists(credential, [id]).catch((error: unknown) => {
      if (error instanceof PosRejected) return new Map<string, TerminalGroupStopList[]>();
      throw error;
    });
    for (const [organizationId, groups] of alone) lists.set(organizationId, groups);
  }
  return lists;
}

function entriesOf(
  listed: readonly TerminalGroupStopList[],
  terminalGroupId: string,
): StopListEntry[] {
  const entries = listed
    .filter((group) => group.terminalGroupId === terminalGroupId)
    .flatMap((group) => group.entries);
  const place = ({ posProductId, posSizeId, balance }: StopListEntry) =>
    `${posProductId} ${posSizeId ?? ""} ${balance}`;
  return entries.sort((one, other) => (place(one) < place(other) ? -1 : 1));
}
