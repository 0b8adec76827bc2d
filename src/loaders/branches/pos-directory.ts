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
import { type RecentLists } from "./recent-lists";

interface OrganizationKey {
  readonly access: PosAccess;
  readonly organizationId: string;
}

/**
 * What the POS knows besides orders, for one request. Every operation is called at most once per
 * credential, for all its organizations together; payment types, which the POS returns for one
 * organization at a time, once per organization. Which tills answer is always read afresh.
 *
 * Every method throws as `Pos` does.
 */
export class PosDirectory {
  private readonly organizationLoader = this.once("organizations", ({ pos, credential }) =>
    pos.organizations(credential),
  );
  private readonly menuLoader = this.once("externalMenus", ({ pos, credential }) =>
    pos.externalMenus(credential),
  );
  private readonly groupLoader = this.once("terminalGroups", async (access) =>
    access.pos.terminalGroups(access.credential, await this.organizationIds(access)),
  );
  private readonly aliveLoader = unbatched(ofAccess, async (access) => {
    const groups = await this.groupLoader.load(access);
    const groupIds = groups.filter((group) => group.visible).map((group) => group.posId);
    if (groupIds.length === 0) return new Set<string>();
    return access.pos.liveTerminalGroups(
      access.credential,
      await this.organizationIds(access),
      groupIds,
    );
  });
  private readonly discountLoader = this.once("discounts", async (access) =>
    access.pos.discounts(access.credential, await this.organizationIds(access)),
  );
  private readonly orderTypeLoader = this.once("orderTypes", async (access) =>
    access.pos.orderTypes(access.credential, await this.organizationIds(access)),
  );
  private readonly paymentTypeLoader = this.oncePerOrganization("paymentTypes", (key) =>
    key.access.pos.paymentTypes(key.access.credential, key.organizationId),
  );
  private readonly sourceLoader = this.oncePerOrganization("marketingSources", async (key) => {
    const { pos, credential } = key.access;
    return can(pos, "rules") ? pos.marketingSources(credential, key.organizationId) : [];
  });
  private readonly walletLoader = this.oncePerOrganization("loyaltyWallets", walletsOf);

  /** @param mayBeRecent whether recently read lists are good enough */
  constructor(
    private readonly lists: RecentLists,
    private readonly mayBeRecent: boolean,
  ) {}

  organizations(access: PosAccess): Promise<PosOrganization[]> {
    return this.organizationLoader.load(access);
  }

  /** Returns those of one organization, including hidden ones. */
  async terminalGroups(access: PosAccess, organizationId: string): Promise<PosTerminalGroup[]> {
    const groups = await this.groupLoader.load(access);
    return groups.filter((group) => group.organizationId === organizationId);
  }

  /** null: the key may not see the group, so it is unknown. */
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
    return this.sourceLoader.load({ access, organizationId });
  }

  /**
   * null: the POS does not say, because guests' points need a separate permission. Empty: the
   * organization has no loyalty programme.
   */
  async loyaltyWallets(
    access: PosAccess,
    organizationId: string,
  ): Promise<PosDictionaryEntry[] | null> {
    try {
      return await this.walletLoader.load({ access, organizationId });
    } catch (error) {
      if (error instanceof AppError) return null;
      throw error;
    }
  }

  private once<V>(list: string, load: (access: PosAccess) => Promise<V>) {
    return unbatched(ofAccess, (access: PosAccess) =>
      this.lists.read(`${list} ${ofAccess(access)}`, this.mayBeRecent, () => load(access)),
    );
  }

  private oncePerOrganization<V>(list: string, load: (key: OrganizationKey) => Promise<V>) {
    return unbatched(ofOrganization, (key: OrganizationKey) =>
      this.lists.read(`${list} ${ofOrganization(key)}`, this.mayBeRecent, () => load(key)),
    );
  }

  private async organizationIds(access: PosAccess): Promise<string[]> {
    return (await this.organizationLoader.load(access)).map((organization) => organization.posId);
  }
}

async function walletsOf({ access: { pos, credential }, organizationId }: OrganizationKey) {
  try {
    return can(pos, "loyalty") ? await pos.loyaltyWallets(credential, organizationId) : [];
  } catch (error) {
    if (error instanceof LoyaltyDisabled) return [];
    throw error;
  }
}

function ofAccess({ id }: PosAccess): string {
  return id;
}

function ofOrganization({ access, organizationId }: OrganizationKey): string {
  return `${access.id} ${organizationId}`;
}

/** Deliberately unbatched: a key that the POS refuses must not make the others fail. */
function unbatched<K, V>(
  cacheKeyFn: (key: K) => string,
  load: (key: K) => Promise<V>,
): DataLoader<K, V, string> {
  return new DataLoader<K, V, string>((keys) => Promise.all(keys.map(load)), {
    batch: false,
    cacheKeyFn,
  });
}
