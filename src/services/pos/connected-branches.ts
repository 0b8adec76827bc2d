import { type DataSource, IsNull, Not } from "typeorm";

import { BranchSettings, PosKind } from "../../entities/branches/branch-settings";
import { type Clock } from "../../ports/clock";
import { readableAccess } from "./branches-of-keys";
import { type PosConnections } from "./pos-connections";

export interface ConnectedBranch {
  readonly branchId: string;
  readonly organizationId: string | null;
  /** The same for all branches with one key. */
  readonly keyId: string;
}

const KNOWN_FOR_MS = 30_000;
/** A branch that is not known may have been added just now. */
const UNKNOWN_FOR_MS = 1_000;

/**
 * Knows which branches share a key, and to which branch an organization belongs: read now and then,
 * for work that arrives by the hundred.
 */
export class ConnectedBranches {
  private read: Promise<ConnectedBranch[]> | undefined;
  private readAt = -Infinity;

  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly connections: PosConnections;
      readonly clock: Clock;
    },
  ) {}

  /** null if the branch is not connected. */
  async keyOf(branchId: string): Promise<string | null> {
    const [branch] = await this.found((each) => each.branchId === branchId);
    return branch?.keyId ?? null;
  }

  /** null if it belongs to no branch, or to several. */
  async branchOf(organizationId: string): Promise<string | null> {
    const [branch, ...others] = await this.found((each) => each.organizationId === organizationId);
    return branch && others.length === 0 ? branch.branchId : null;
  }

  private async found(fits: (branch: ConnectedBranch) => boolean): Promise<ConnectedBranch[]> {
    const known = (await this.within(KNOWN_FOR_MS)).filter(fits);
    return known.length > 0 ? known : (await this.within(UNKNOWN_FOR_MS)).filter(fits);
  }

  private within(ms: number): Promise<ConnectedBranch[]> {
    const now = this.parts.clock.now().getTime();
    if (this.read && now - this.readAt < ms) return this.read;
    this.readAt = now;
    this.read = readConnectedBranches(this.parts.db, this.parts.connections);
    this.read.catch(() => (this.read = undefined));
    return this.read;
  }
}

/** Branches whose key cannot be read are left out; the doctor reports why. */
export async function readConnectedBranches(
  db: DataSource,
  connections: PosConnections,
): Promise<ConnectedBranch[]> {
  const connected = await db.manager.findBy(BranchSettings, {
    pos: Not(PosKind.NONE),
    organizationId: Not(IsNull()),
    credentialSealed: Not(IsNull()),
  });
  return connected.flatMap((settings) => {
    const { branchId, organizationId } = settings;
    const keyId = keyOf(connections, settings);
    return keyId === null ? [] : [{ branchId, organizationId, keyId }];
  });
}

/** null if it cannot be read. */
export function keyOf(
  connections: PosConnections,
  settings: Pick<BranchSettings, "branchId" | "pos" | "credentialSealed">,
): string | null {
  return readableAccess(connections, settings)?.id ?? null;
}
