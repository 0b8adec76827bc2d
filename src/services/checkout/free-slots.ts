import { type EntityManager } from "typeorm";

import { openingHoursOf, type Received } from "../../domain/hours/branch-hours";
import { slotsOn, type TimeSlot } from "../../domain/slots/time-slots";
import { dayAfter, wallTimeAt } from "../../domain/time/wall-clock";
import { type Branch } from "../../entities/branches/branch";
import { type BranchSettings } from "../../entities/branches/branch-settings";
import { type Clock } from "../../ports/clock";
import { type BusyKitchens } from "./busy-kitchens";
import { errorsOfAhead } from "./check-wanted-time";
import { type SlotToTake } from "./take-slots";

/** A guest who finds nothing free within these days goes elsewhere. */
const DAYS_TO_LOOK = 7;

/** A slot and the number of its orders. */
export interface CountedSlot extends TimeSlot {
  readonly orders: number;
  readonly isFree: boolean;
}

/** A branch and the kind of fulfilment. */
export interface SlotPlace {
  readonly branch: Pick<Branch, "id" | "timeZone" | "busyMinutesAt">;
  readonly settings: BranchSettings;
  readonly fulfilment: Received;
}

interface OrdersAt {
  readonly wantedAt: Date;
  readonly orders: number;
}

const COUNTS = `
  select wanted_at as "wantedAt", count(*)::integer as orders from orders
  where branch_id = $1 and wanted_at >= $2 and wanted_at < $3 and status <> 'CANCELLED'
  group by wanted_at`;

/** Finds the slots for which orders are currently accepted. */
export class FreeSlots {
  constructor(
    private readonly manager: EntityManager,
    private readonly busyKitchens: BusyKitchens,
    private readonly clock: Clock,
  ) {}

  /** The slots of a calendar day for which an order can still be placed, in order. */
  async on(date: string, place: SlotPlace): Promise<CountedSlot[]> {
    const { branch, settings } = place;
    return this.onDay(date, place, await this.busyKitchens.extraMinutes(branch, settings));
  }

  private async onDay(date: string, place: SlotPlace, extra: number): Promise<CountedSlot[]> {
    const { branch, settings, fulfilment } = place;
    const hours = openingHoursOf(
      { week: settings.hoursWeek, days: settings.hoursDays },
      fulfilment,
    );
    const now = this.clock.now();
    const grid = { minutes: settings.slotMinutes, timeZone: branch.timeZone };
    const slots = slotsOn(date, hours, grid).filter(
      ({ from }) => errorsOfAhead(from, branch.timeZone, settings, now, extra).length === 0,
    );
    const counts = await this.counts(branch.id, slots);
    return slots.map(({ from, to }) => {
      const within = counts.filter(({ wantedAt }) => from <= wantedAt && wantedAt < to);
      const orders = within.reduce((sum, each) => sum + each.orders, 0);
      return {
        from,
        to,
        orders,
        isFree: settings.slotOrders === 0 || orders < settings.slotOrders,
      };
    });
  }

  /** The first free slot that begins at or after a moment; null: there is none within a week. */
  async first(after: Date, place: SlotPlace): Promise<CountedSlot | null> {
    const { branch, settings } = place;
    const { date } = wallTimeAt(after, branch.timeZone);
    const extra = await this.busyKitchens.extraMinutes(branch, settings);
    for (let day = 0; day <= DAYS_TO_LOOK; day += 1) {
      const slots = await this.onDay(dayAfter(date, day), place, extra);
      const free = slots.find(({ from, isFree }) => isFree && from >= after);
      if (free) return free;
    }
    return null;
  }

  /** Whether the slot has room for one more order. */
  async isFree(branchId: string, slot: SlotToTake): Promise<boolean> {
    const counts = await this.counts(branchId, [slot]);
    return counts.reduce((sum, { orders }) => sum + orders, 0) < slot.most;
  }

  private async counts(branchId: string, slots: readonly TimeSlot[]): Promise<OrdersAt[]> {
    const [first, last] = [slots[0], slots.at(-1)];
    return first && last
      ? this.manager.query<OrdersAt[]>(COUNTS, [branchId, first.from, last.to])
      : [];
  }
}
