import { type DataSource, In } from "typeorm";

import { ownTurn } from "../../../domain/time/own-turn";
import { Branch } from "../../../entities/branches/branch";
import { BranchSettings } from "../../../entities/branches/branch-settings";
import { AppError } from "../../../errors";
import { type Clock } from "../../../ports/clock";
import { type EventFeed } from "../../../ports/event-feed";
import { type LostOrganizations } from "../../pos/lost-organizations";
import { type PosAccess, type PosConnection, type PosConnections } from "../../pos/pos-connections";
import { readStopLists } from "./read-stop-lists";
import { StoreStopLists } from "./store-stop-lists";

const PERIOD_MS = 60_000;
const RETRY_MS = 20_000;
/** The longest time for which a process that dies while reading holds up its branches. */
const CLAIM_MS = PERIOD_MS * 1.5;
const KEYS_AT_ONCE = 20;
/** More than become due between two checks, even if there are thousands per minute. */
const BRANCHES_AT_ONCE = 1_000;

/**
 * Claims what is due, plus every connected branch that was never read; locked rows come later. `$1`
 * is now, `$2` the end of the claim.
 */
const CLAIM = `
with free as (
  select list.branch_id from stop_lists list join branch_settings settings on settings.branch_id = list.branch_id
  where settings.pos <> 'NONE' and list.due_at <= $1
  order by list.due_at, list.branch_id limit ${BRANCHES_AT_ONCE} for no key update of list skip locked
), due as (
  update stop_lists list set due_at = $2 from free where list.branch_id = free.branch_id returning list.branch_id
), new as (
  insert into stop_lists (branch_id, due_at)
  select branch_id, $2 from branch_settings settings where pos <> 'NONE'
    and not exists (select from stop_lists list where list.branch_id = settings.branch_id)
  order by branch_id limit ${BRANCHES_AT_ONCE} on conflict do nothing returning branch_id
)
select branch_id from due union all select branch_id from new`;

/** Branches that share one key. */
interface Shared {
  readonly access: PosAccess;
  readonly connections: PosConnection[];
}

/**
 * Reads the stop lists that are due (the job `refresh-stop-lists`): every branch's each minute,
 * after a failure in 20 s, soon after a web hook. The branches of a key are due together and cost
 * one call; keys are spread over the minute, and those that are read at the same time share their
 * statements.
 */
export class RefreshStopLists {
  private readonly stored: StoreStopLists;

  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly connections: PosConnections;
      readonly lostOrganizations: LostOrganizations;
      readonly feed: EventFeed;
      readonly clock: Clock;
    },
  ) {
    this.stored = new StoreStopLists(parts.db, parts.feed);
  }

  /** Reads what is due. Safe to repeat, and to run in many processes simultaneously. */
  async execute(): Promise<void> {
    const due = (await this.claim()).values();
    const readOneByOne = async () => {
      for (const shared of due) await this.read(shared);
    };
    await Promise.all(Array.from({ length: KEYS_AT_ONCE }, readOneByOne));
  }

  private async claim(): Promise<Shared[]> {
    const { db } = this.parts;
    const claimed = await db.query<{ branch_id: string }[]>(CLAIM, [
      this.inMs(0),
      this.inMs(CLAIM_MS),
    ]);
    if (claimed.length === 0) return [];
    const ids = claimed.map((row) => row.branch_id);
    const [settings, branches] = await Promise.all([
      db.manager.findBy(BranchSettings, { branchId: In(ids) }),
      db.manager.findBy(Branch, { id: In(ids) }),
    ]);
    const zones = new Map(branches.map(({ id, timeZone }) => [id, timeZone]));
    const byKey = new Map<string, Shared>();
    for (const each of settings) this.addTo(byKey, each, zones.get(each.branchId) ?? "UTC");
    return [...byKey.values()];
  }

  private addTo(byKey: Map<string, Shared>, settings: BranchSettings, timeZone: string): void {
    try {
      const connection = this.parts.connections.ofSettings(settings, timeZone);
      const access = this.parts.connections.access(settings);
      const shared = byKey.get(access.id) ?? { access, connections: [] };
      shared.connections.push(connection);
      byKey.set(access.id, shared);
    } catch (error) {
      // Without a readable key the POS cannot be asked; the branch's list gets old.
      if (!(error instanceof AppError)) throw error;
    }
  }

  private async read({ access, connections }: Shared): Promise<void> {
    const { lostOrganizations } = this.parts;
    const organizationIds = [...new Set(connections.map(({ branch }) => branch.organizationId))];
    const askedAt = this.inMs(0);
    const branchIds = connections.map(({ settings }) => settings.branchId);
    try {
      const read = await lostOrganizations.ask(access, organizationIds, (ids) =>
        readStopLists(
          access,
          connections.filter(({ branch }) => ids.includes(branch.organizationId)),
        ),
      );
      const lists = read ?? [];
      const asked = { askedAt, nextAt: ownTurn(access.id, PERIOD_MS, this.inMs(PERIOD_MS / 2)) };
      await this.stored.store(lists, asked);
      const silent = branchIds.filter((id) => !lists.some(({ branchId }) => branchId === id));
      await this.stored.noteSilence(silent, asked);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      await this.stored.noteSilence(branchIds, { askedAt, nextAt: this.inMs(RETRY_MS) });
    }
  }

  private inMs(ms: number): Date {
    return new Date(this.parts.clock.now().getTime() + ms);
  }
}
