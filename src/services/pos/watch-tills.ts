import { type EntityManager } from "typeorm";

import { FewAtATime } from "../../domain/concurrency/few-at-a-time";
import { type DayHours, openingHoursOf, type WeekHours } from "../../domain/hours/branch-hours";
import { isOpenAt } from "../../domain/hours/opening-hours";
import { Fulfilment } from "../../domain/ticket/order-ticket";
import { afterLook, type TillWatch } from "../../domain/tills/till-watch";
import { type Clock } from "../../ports/clock";
import { type BranchesOfKey, branchesOfKeys } from "./branches-of-keys";
import { type PosAccess, type PosConnections } from "./pos-connections";
import { isPosError } from "./pos-user-error";
import { type TellOfTills } from "./tell-of-tills";

/** A branch whose till is checked, and what earlier checks have shown. */
interface WatchedBranch extends TillWatch {
  readonly branchId: string;
  readonly timeZone: string;
  readonly hoursWeek: readonly WeekHours[];
  readonly hoursDays: readonly DayHours[];
  readonly pos: string;
  readonly credentialSealed: string;
  readonly organizationId: string;
  readonly terminalGroupId: string;
}

const WATCHED = `
  select b.id as "branchId", b.time_zone as "timeZone", b.till_silent_since as "silentSince",
    s.hours_week as "hoursWeek", s.hours_days as "hoursDays", s.pos, s.credential_sealed as "credentialSealed",
    s.organization_id_in_pos as "organizationId", s.terminal_group_id_in_pos as "terminalGroupId",
    coalesce(w.known, false) as known, coalesce(w.answers, 0) as answers, coalesce(w.silences, 0) as silences
  from branches b
  join branch_settings s on s.branch_id = b.id
  left join till_watches w on w.branch_id = b.id
  where s.pause_while_till_silent and s.pos <> 'NONE' and s.credential_sealed is not null
    and s.organization_id_in_pos is not null and s.terminal_group_id_in_pos is not null`;

const NOTE = `
  with seen as (
    select * from jsonb_to_recordset($1) as each (
      "branchId" uuid, known boolean, answers integer, silences integer, "silentSince" timestamptz, lifted boolean, paused boolean
    )
  ),
  noted as (
    insert into till_watches as w (branch_id, known, answers, silences)
    select "branchId", known, answers, silences from seen
    on conflict (branch_id) do update set known = excluded.known, answers = excluded.answers, silences = excluded.silences,
      told = w.told and not (select paused from seen where "branchId" = excluded.branch_id)
  )
  update branches set till_silent_since = seen."silentSince" from seen
  where id = seen."branchId" and (seen.lifted or seen.paused)`;

/** Number of keys that are asked simultaneously. */
const KEYS_TOGETHER = 25;

/**
 * Checks whether the tills of open branches respond (the job `watch-tills`). A branch whose till
 * does not respond takes no orders for as soon as possible until it does; what the staff have
 * paused stays paused.
 */
export class WatchTills {
  constructor(
    private readonly parts: {
      readonly manager: EntityManager;
      readonly connections: PosConnections;
      readonly clock: Clock;
      readonly tell: TellOfTills;
    },
  ) {}

  /** Makes one request per key, however many branches it has. */
  async execute(): Promise<void> {
    const { manager, connections, clock, tell } = this.parts;
    const now = clock.now();
    const watched = await manager.query<WatchedBranch[]>(WATCHED);
    const open = watched.filter((branch) => isOpen(branch, now));
    const line = new FewAtATime(KEYS_TOGETHER);
    const looks = branchesOfKeys(connections, open).map((key) =>
      line.run(() => this.look(key, now)),
    );
    const seen = (await Promise.all(looks)).flat();
    if (seen.length > 0) await manager.query(NOTE, [JSON.stringify(seen)]);
    await tell.execute();
  }

  private async look({ access, branches }: BranchesOfKey<WatchedBranch>, now: Date) {
    const alive = await this.alive(access, branches);
    if (alive === null) return [];
    return branches.map((branch) => {
      const { branchId, silentSince: before } = branch;
      const after = afterLook(branch, alive.has(branch.terminalGroupId), now);
      const lifted = before !== null && after.silentSince === null;
      const paused = before === null && after.silentSince !== null;
      return Object.assign({ branchId, lifted, paused }, after);
    });
  }

  /** null if the POS itself did not respond, which says nothing about its tills. */
  private async alive(access: PosAccess, branches: readonly WatchedBranch[]) {
    const organizations = [...new Set(branches.map(({ organizationId }) => organizationId))];
    const groups = [...new Set(branches.map(({ terminalGroupId }) => terminalGroupId))];
    try {
      return await access.pos.liveTerminalGroups(access.credential, organizations, groups);
    } catch (error) {
      if (isPosError(error)) return null;
      throw error;
    }
  }
}

function isOpen({ hoursWeek, hoursDays, timeZone }: WatchedBranch, now: Date): boolean {
  return ([Fulfilment.DELIVERY, Fulfilment.PICKUP] as const).some((fulfilment) => {
    const hours = openingHoursOf({ week: hoursWeek, days: hoursDays }, fulfilment);
    return hours === null || isOpenAt(hours, now, timeZone);
  });
}
