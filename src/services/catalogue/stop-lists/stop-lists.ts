import { type DataSource } from "typeorm";

import { type SaleHours, SOLD_ALWAYS } from "../../../domain/catalogue/sale-hours";
import { fingerprintOf, SaleTimes } from "../../../domain/catalogue/sale-times";
import { StopList, type TerminalGroupStopList } from "../../../domain/catalogue/stop-list";
import { type EventFeed } from "../../../ports/event-feed";
import { BranchCache } from "../kept/branch-cache";
import { type MenuMemory } from "../kept/menu-memory";

/** The limits on a branch, as far as they are known, and their age. */
export interface StopListReading {
  /** Increases with every change of the stop list. */
  readonly revision: number;
  /** The same object until the list changes. */
  readonly stopList: StopList;
  /** When the POS's menu sells what; the same object until that changes. */
  readonly saleTimes: SaleTimes;
  /**
   * The POS ids of products sold by weight, in lower case; null: the menu has not been read yet.
   */
  readonly weighed: ReadonlySet<string> | null;
  /** Whether guests can see the branch. */
  readonly isPublished: boolean;
  /** When the POS last reported what it lacks; null: the branch has no POS. */
  readonly confirmedAt: Date | null;
  /** Set while the POS's menu cannot be read. */
  readonly failingMenu: FailingMenu | null;
}

interface FailingMenu {
  /** When it was last read successfully. */
  readonly confirmedAt: Date;
  readonly failingSince: Date;
}

interface Row {
  readonly revision: number;
  readonly groups: TerminalGroupStopList[];
  readonly confirmed_at: Date | null;
  readonly menu_confirmed_at: Date | null;
  readonly menu_failing_since: Date | null;
  readonly published: boolean;
  readonly time_zone: string;
  readonly sale_hours: SaleHours | null;
  readonly weighed: string[] | null;
}

/**
 * A branch whose list was never read counts as confirmed when its menu was, or else when it was
 * created.
 */
const SQL = `
select coalesce(list.revision, 0) as revision,
  case when settings.pos = 'NONE' then '[]' else coalesce(list.groups, '[]') end as groups,
  case when settings.pos <> 'NONE' then coalesce(list.read_at, menu.refreshed_at, branch.created_at) end as confirmed_at,
  branch.published, branch.time_zone, case when settings.pos <> 'NONE' then menu.sale_hours end as sale_hours,
  case when settings.pos <> 'NONE' then menu.weighed end as weighed,
  menu.refreshed_at as menu_confirmed_at,
  case when settings.pos <> 'NONE' then menu.failing_since end as menu_failing_since
from branches branch
left join branch_settings settings on settings.branch_id = branch.id
left join stop_lists list on list.branch_id = branch.id
left join pos_menus menu on menu.branch_id = branch.id
where branch.id = $1`;

/** Size of a reading, and of each thing that it limits. */
const READING_BYTES = 1_500;
const LIMIT_BYTES = 300;

/** The branches' stop lists in memory: they are small and stay as long as packed menus do. */
export class StopLists extends BranchCache<StopListReading> {
  constructor(
    private readonly db: DataSource,
    feed: EventFeed,
    memory: MenuMemory,
  ) {
    super({ feed, topic: "availability", memory, shelf: "cold" });
  }

  protected bytesOf({ stopList, saleTimes, weighed }: StopListReading): number {
    return READING_BYTES + (stopList.size + saleTimes.size + (weighed?.size ?? 0)) * LIMIT_BYTES;
  }

  protected async readOne(
    branchId: string,
    kept: StopListReading | undefined,
  ): Promise<StopListReading | undefined> {
    const [row] = await this.db.query<Row[]>(SQL, [branchId]);
    if (!row) return undefined;
    const { revision, groups, confirmed_at: confirmedAt } = row;
    const failingMenu = row.menu_confirmed_at &&
      row.menu_failing_since && {
        confirmedAt: row.menu_confirmed_at,
        failingSince: row.menu_failing_since,
      };
    // Without a POS there is no list, even if one was read while there was a POS.
    const isSame = kept?.revision === revision && kept.confirmedAt !== null && confirmedAt !== null;
    return {
      revision,
      isPublished: row.published,
      confirmedAt,
      failingMenu,
      saleTimes: saleTimesOf(row, kept),
      weighed: row.weighed && new Set(row.weighed.map((id) => id.toLowerCase())),
      stopList: isSame ? kept.stopList : new StopList(groups),
    };
  }
}

/** Returns the existing object if it says the same. */
function saleTimesOf(
  { time_zone: timeZone, sale_hours: told }: Row,
  kept: StopListReading | undefined,
): SaleTimes {
  const hours = told ?? SOLD_ALWAYS;
  return kept?.saleTimes.fingerprint === fingerprintOf(hours, timeZone)
    ? kept.saleTimes
    : new SaleTimes(hours, timeZone);
}
