import { type DataSource } from "typeorm";

import { Batcher } from "../../domain/concurrency/batcher";
import { BranchSettings } from "../../entities/branches/branch-settings";
import { LostOrganization } from "../../entities/branches/lost-organization";
import { OrganizationsDenied } from "../../errors";
import { type Clock } from "../../ports/clock";
import { type ConnectedBranch, keyOf, readConnectedBranches } from "./connected-branches";
import { type PosAccess, type PosConnections } from "./pos-connections";
import { isPosError } from "./pos-user-error";

/**
 * Refused requests may block a key, so the list of what it can see is read instead, and only
 * rarely.
 */
const ASK_AGAIN_MS = 15 * 60_000;
const FORGOTTEN_AFTER_DAYS = 1;
const KEYS_AT_ONCE = 500;

/** A key may no longer ask about an organization, or may do so again. */
export interface OrganizationNews {
  readonly organizationId: string;
  /** The branches connected to it with the key. */
  readonly branchIds: readonly string[];
  readonly isLost: boolean;
}

export interface LostByBranch extends ConnectedBranch {
  readonly lostAt: Date;
}

interface Row {
  readonly keyId: string;
  readonly organizationId: string;
  readonly askAt: Date;
}

const FIND = `
select key_id as "keyId", organization_id_in_pos as "organizationId", ask_at as "askAt" from lost_organizations
where key_id = any ($1)`;

/**
 * Asks a POS about all organizations of a key, and continues without those to which the key has
 * lost access.
 */
export class LostOrganizations {
  /** Keys that are asked about simultaneously are read by one statement. */
  private readonly lost = new Batcher((keyIds: readonly string[]) => this.lostOf(keyIds), {
    most: KEYS_AT_ONCE,
  });

  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly connections: PosConnections;
      readonly clock: Clock;
      /** Called once for each change, by one process. */
      readonly report?: ((news: OrganizationNews) => void) | undefined;
    },
  ) {}

  /**
   * If a key has lost one organization, a POS refuses a question about many: it is asked again
   * without that one.
   *
   * @param question safe to repeat
   * @returns undefined when the key has lost them all
   */
  async ask<T>(
    access: PosAccess,
    organizationIds: readonly string[],
    question: (organizationIds: readonly string[]) => Promise<T>,
  ): Promise<T | undefined> {
    let left = await this.withoutLost(access, organizationIds);
    while (left.length > 0) {
      try {
        return await question(left);
      } catch (error) {
        if (!(error instanceof OrganizationsDenied)) throw error;
        const denied = await this.deniedOf(access, left, error);
        if (denied.length === 0) throw error;
        await this.lose(access, denied);
        left = left.filter((id) => !denied.includes(id));
      }
    }
    return undefined;
  }

  /** Returns what connected branches have lost. */
  async ofBranches(): Promise<LostByBranch[]> {
    const { db, connections } = this.parts;
    const rows = await db.query<{ keyId: string; organizationId: string; lostAt: Date }[]>(
      'select key_id as "keyId", organization_id_in_pos as "organizationId", lost_at as "lostAt" from lost_organizations',
    );
    if (rows.length === 0) return [];
    const branches = await readConnectedBranches(db, connections);
    return branches.flatMap((branch) => {
      const lost = rows.find(({ keyId, organizationId }) => isOf(branch, keyId, organizationId));
      return lost ? [{ ...branch, lostAt: lost.lostAt }] : [];
    });
  }

  /** Returns what the branch's key has lost: its own organization or those of other branches. */
  async ofKeyOf(branchId: string): Promise<LostOrganization[]> {
    const { db, connections } = this.parts;
    const settings = await db.manager.findOneBy(BranchSettings, { branchId });
    const keyId = settings?.credentialSealed ? keyOf(connections, settings) : null;
    if (keyId === null) return [];
    return db.manager.find(LostOrganization, { where: { keyId }, order: { lostAt: "ASC" } });
  }

  /** Deletes what is no longer asked about because branches are connected differently. */
  async forget(): Promise<void> {
    await this.parts.db.query(
      `delete from lost_organizations where ask_at < $1::timestamptz - interval '${FORGOTTEN_AFTER_DAYS} days'`,
      [this.parts.clock.now()],
    );
  }

  private async withoutLost(
    access: PosAccess,
    organizationIds: readonly string[],
  ): Promise<readonly string[]> {
    const all = await this.lost.ask(access.id);
    const rows = all.filter(({ organizationId }) => organizationIds.includes(organizationId));
    if (rows.length === 0) return organizationIds;
    const now = this.parts.clock.now().getTime();
    const due = rows
      .filter(({ askAt }) => askAt.getTime() <= now)
      .map(({ organizationId }) => organizationId);
    const found = due.length === 0 ? [] : await this.lookAgain(access, due);
    const lost = new Set(
      rows.map(({ organizationId }) => organizationId).filter((id) => !found.includes(id)),
    );
    return organizationIds.filter((id) => !lost.has(id));
  }

  private async lostOf(keyIds: readonly string[]): Promise<Row[][]> {
    const rows = await this.parts.db.query<Row[]>(FIND, [keyIds]);
    return keyIds.map((id) => rows.filter(({ keyId }) => keyId === id));
  }

  /** Returns those that the key can see again. */
  private async lookAgain(access: PosAccess, lost: readonly string[]): Promise<string[]> {
    const { db, clock } = this.parts;
    const askAt = new Date(clock.now().getTime() + ASK_AGAIN_MS);
    const postpone =
      "update lost_organizations set ask_at = $3 where key_id = $1 and organization_id_in_pos = any ($2)";
    await db.query(postpone, [access.id, lost, askAt]);
    const seen = await this.seenBy(access);
    const found = lost.filter((id) => seen?.has(id));
    if (found.length === 0) return [];
    const [gone] = await db.query<[{ organizationId: string }[], number]>(
      `delete from lost_organizations where key_id = $1 and organization_id_in_pos = any ($2)
       returning organization_id_in_pos as "organizationId"`,
      [access.id, found],
    );
    await this.tell(access, gone, false);
    return found;
  }

  /** Returns those that the POS names; if it names none, those that it does not show to the key. */
  private async deniedOf(
    access: PosAccess,
    asked: readonly string[],
    { organizationIds }: OrganizationsDenied,
  ): Promise<string[]> {
    if (organizationIds.length > 0) return asked.filter((id) => organizationIds.includes(id));
    if (asked.length === 1) return [...asked];
    const seen = await this.seenBy(access);
    return seen ? asked.filter((id) => !seen.has(id)) : [];
  }

  /** undefined if the POS does not say. */
  private async seenBy({ pos, credential }: PosAccess): Promise<ReadonlySet<string> | undefined> {
    try {
      return new Set((await pos.organizations(credential)).map(({ posId }) => posId));
    } catch (error) {
      if (isPosError(error)) return undefined;
      throw error;
    }
  }

  private async lose(access: PosAccess, denied: readonly string[]): Promise<void> {
    const { db, clock } = this.parts;
    const now = clock.now();
    const news = await db.query<{ organizationId: string }[]>(
      `insert into lost_organizations (key_id, organization_id_in_pos, lost_at, ask_at)
       select $1, denied.id, $3, $4 from unnest($2::text[]) denied(id) order by denied.id
       on conflict do nothing returning organization_id_in_pos as "organizationId"`,
      [access.id, denied, now, new Date(now.getTime() + ASK_AGAIN_MS)],
    );
    await this.tell(access, news, true);
  }

  private async tell(
    access: PosAccess,
    news: readonly { organizationId: string }[],
    isLost: boolean,
  ): Promise<void> {
    const { db, connections, report } = this.parts;
    if (news.length === 0 || !report) return;
    const branches = await readConnectedBranches(db, connections);
    for (const { organizationId } of news) {
      const its = branches.filter((branch) => isOf(branch, access.id, organizationId));
      report({ organizationId, branchIds: its.map(({ branchId }) => branchId), isLost });
    }
  }
}

function isOf(branch: ConnectedBranch, keyId: string, organizationId: string): boolean {
  return branch.keyId === keyId && branch.organizationId === organizationId;
}
