import { type UserError } from "../../domain/errors/user-error";
import { slotAround } from "../../domain/slots/time-slots";
import { Fulfilment } from "../../domain/ticket/order-ticket";
import { type Branch } from "../../entities/branches/branch";
import { type BranchSettings } from "../../entities/branches/branch-settings";
import { Refused } from "../../errors";
import { type Clock } from "../../ports/clock";
import { closedAt } from "./check-wanted-time";
import { type FreeSlots } from "./free-slots";
import { type SlotToTake } from "./take-slots";
import { type WantedOrder } from "./wanted-order";
import { branchClosed, slotFull } from "./wanted-time-errors";

type Wanted = Pick<WantedOrder, "fulfilment" | "wantedAt">;

interface Place {
  readonly branch: Branch;
  readonly settings: BranchSettings | null;
}

/** For when an order is taken. */
export interface ChosenTime {
  /** null: as soon as possible. */
  readonly wantedAt: Date | null;
  /** null: nothing limits how many orders there are at that time. */
  readonly slot: SlotToTake | null;
}

/** Says for when an order is taken, and which slot that takes. */
export class ChooseTime {
  constructor(
    private readonly slots: FreeSlots,
    private readonly clock: Clock,
  ) {}

  /**
   * @param wanted within the hours, or as soon as possible after them where the branch takes that
   * @throws {Refused} BRANCH_CLOSED: no slot after the opening is free
   */
  async execute({ fulfilment, wantedAt }: Wanted, place: Place): Promise<ChosenTime> {
    const { branch, settings } = place;
    if (!settings || fulfilment === Fulfilment.DINE_IN) return { wantedAt, slot: null };
    const closed = wantedAt === null ? await this.afterOpening(fulfilment, place) : null;
    if (!closed) return { wantedAt, slot: slotOf(wantedAt, branch, settings) };
    const { opensAt, slot: first } = closed;
    const asOf = { now: this.clock.now(), timeZone: branch.timeZone };
    if (!first) throw new Refused([branchClosed(true, opensAt, asOf)]);
    return { wantedAt: first.from, slot: slotOf(first.from, branch, settings) };
  }

  /**
   * For when an order would be taken. What cannot be had is told by `execute`.
   *
   * @returns null: as soon as possible
   */
  async wouldBe({ fulfilment, wantedAt }: Wanted, place: Place): Promise<Date | null> {
    if (wantedAt !== null || !place.settings?.asapWhenClosed) return wantedAt;
    return (await this.afterOpening(fulfilment, place))?.slot?.from ?? null;
  }

  /** What is wrong with the time of an order whose slot is full. */
  async full(
    { fulfilment }: Wanted,
    { branch, settings }: Place,
    slot: SlotToTake,
  ): Promise<UserError> {
    const next =
      settings && fulfilment !== Fulfilment.DINE_IN
        ? await this.slots.first(slot.to, { branch, settings, fulfilment })
        : null;
    const place = { now: this.clock.now(), timeZone: branch.timeZone };
    return slotFull(next?.from ?? null, place);
  }

  /**
   * The same for an order that is only priced: what holds now need not hold when it is placed.
   *
   * @throws {Refused} TIME_SLOT_UNAVAILABLE: its slot is full
   */
  async mayStillTake(wanted: Wanted, place: Place): Promise<void> {
    const { branch, settings } = place;
    if (!settings || wanted.fulfilment === Fulfilment.DINE_IN) return;
    const slot = slotOf(wanted.wantedAt, branch, settings);
    if (slot && !(await this.slots.isFree(branch.id, slot)))
      throw new Refused([await this.full(wanted, place, slot)]);
  }

  /** When a branch opens that is closed now, and its first free slot then; null: it is open. */
  private async afterOpening(fulfilment: Wanted["fulfilment"], { branch, settings }: Place) {
    if (!settings || fulfilment === Fulfilment.DINE_IN) return null;
    const closed = closedAt(this.clock.now(), fulfilment, branch.timeZone, settings);
    if (!closed) return null;
    const { opensAt } = closed;
    const slot = opensAt && (await this.slots.first(opensAt, { branch, settings, fulfilment }));
    return { opensAt, slot };
  }
}

function slotOf(
  wantedAt: Date | null,
  { timeZone }: Branch,
  { slotMinutes: minutes, slotOrders: most }: BranchSettings,
): SlotToTake | null {
  return wantedAt === null || most === 0
    ? null
    : { ...slotAround(wantedAt, { minutes, timeZone }), most };
}
