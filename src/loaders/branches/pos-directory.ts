import DataLoader from "dataloader";

import { AppError, LoyaltyDisabled } from "../../errors";
import { can } from "../../ports/pos/pos";
import {
  type PosDictionaryEntry,
  type PosExternalMenu,
  type PosOrganization,
  type PosTerminalGroup,
} from "../../ports/pos/pos-directory";
import { type PosAccess } from "../../services/pos/pos-connections";

interface OrganizationKey {
  readonly access: PosAccess;
  readonly organizationId: string;
}

/**
 * What the POS knows around orders, for one request. Every operation is called at most once per
 * credential, for all its organizations together; payment types, which the POS tells one
 * organization at a time, once per organization.
 *
 * Every method throws as `Pos` does.
 */
export class PosDirectory {
  private readonly organizationLoader = once(ofAccess, ({ pos, credential }) =>
    pos.organizations(credential),
  );
  private readonly menuLoader = once(ofAccess, ({ pos, credential }) =>
    pos.externalMenus(credential),
  );
  private readonly groupLoader = once(ofAccess, async (access) =>
    access.pos.terminalGroups(access.credential, await this.organizationIds(access)),
  );
  private readonly aliveLoader = once(ofAccess, async (access) => {
    const groups = await this.groupLoader.load(access);
    const groupIds = groups.filter((group) => group.visible).map((group) => group.posId);
    if (groupIds.length === 0) return new Set<string>();
    return access.pos.liveTerminalGroups(
      access.credential,
      await this.organizationIds(access),
      groupIds,
    );
  });
  private readonly discountLoader = once(ofAccess, async (access) =>
    access.pos.discounts(access.credential, await this.organizationIds(access)),
  );
  private readonly orderTypeLoader = once(ofAccess, async (access) =>
    access.pos.orderTypes(access.credential, await this.organizationIds(access)),
  );
  private readonly paymentTypeLoader = once(
    ({ access, organizationId }: OrganizationKey) => JSON.stringify([access.id, organizationId]),
    ({ access, organizationId }) => access.pos.paymentTypes(access.credential, organizationId),
  );

  private readonly walletLoader = once(
    ({ access, organizationId }: OrganizationKey) => JSON.stringify([access.id, organizationId]),
    walletsOf,
  );

  organizations(access: PosAccess): Promise<PosOrganization[]> {
    return this.organizationLoader.load(access);
  }

  /** Those of one organization, hidden ones included. */
  async terminalGroups(access: PosAccess, organizationId: string): Promise<PosTerminalGroup[]> {
    const groups = await this.groupLoader.load(access);
    return groups.filter((group) => group.organizationId === organizationId);
  }

  /** null: the key may not see the group, so nobody can tell. */
  async isAlive(access: PosAccess, { posId, visible }: PosTerminalGroup): Promise<boolean | null> {
    return visible ? (await this.aliveLoader.load(access)).has(posId) : null;
  }

  externalMenus(access: PosAccess): Promise<PosExternalMenu[]> {
    return this.menuLoader.load(access);
  }

  paymentTypes(access: PosAccess, organizationId: string): Promise<PosDictionaryEntry[]> {
    return this.paymentTypeLoader.load({ access, organizationId });
  }

  async discounts(access: PosAccess, organizationId: string): Promise<PosDictionaryEntry[]> {
    return (await this.discountLoader.load(access)).get(organizationId) ?? [];
  }

  async orderTypes(access: PosAccess, organizationId: string): Promise<PosDictionaryEntry[]> {
    return (await this.orderTypeLoader.load(access)).get(organizationId) ?? [];
  }

  marketingSources(access: PosAccess, organizationId: string): Promise<PosDictionaryEntry[]> {
    const { pos, credential } = access;
    return can(pos, "rules")
      ? pos.marketingSources(credential, organizationId)
      : Promise.resolve([]);
  }

  /** null: the POS does not tell. Empty: the organization has no loyalty programme. */
  loyaltyWallets(access: PosAccess, organizationId: string): Promise<PosDictionaryEntry[] | null> {
    return this.walletLoader.load({ access, organizationId });
  }

  private async organizationIds(access: PosAccess): Promise<string[]> {
    return (await this.organizationLoader.load(access)).map((organization) => organization.posId);
  }
}

/** Guests' points are a right of their own: a key without it still has the other lists. */
async function walletsOf({ access: { pos, credential }, organizationId }: OrganizationKey) {
  try {
    if (!can(pos, "loyalty")) return [];
    return await pos.loyaltyWallets(credential, organizationId);
  } catch (error) {
    if (error instanceof LoyaltyDisabled) return [];
    if (error instanceof AppError) return null;
    throw error;
  }
}

function ofAccess({ id }: PosAccess): string {
  return id;
}

/** Unbatched on purpose: a key that the POS refuses must not fail the others. */
function once<K, V>(
  cacheKeyFn: (key: K) => string,
  load: (key: K) => Promise<V>,
): DataLoader<K, V, string> {
  return new DataLoader<K, V, string>((keys) => Promise.all(keys.map(load)), {
    batch: false,
    cacheKeyFn,
  });
}
