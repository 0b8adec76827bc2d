import { type UserError } from "../../domain/errors/user-error";
import {
  NO_PROMISE,
  type Promised,
  promiseOf,
  usualMinutesOf,
} from "../../domain/hours/busy-kitchen";
import { slotAround } from "../../domain/slots/time-slots";
import { Fulfilment } from "../../domain/ticket/order-ticket";
import { type Branch } from "../../entities/branches/branch";
import { type BranchSettings } from "../../entities/branches/branch-settings";
import { Refused } from "../../errors";
import { type Clock } from "../../ports/clock";
import { type CheckedPlace } from "./check-place";
import { closedAt } from "./check-wanted-time";
import { type FreeSlots, type SlotPlace } from "./free-slots";
import { type MeasuredPromises } from "./measured-promises";
import { type SlotToTake } from "./take-slots";
import { type WantedOrder } from "./wanted-order";
import { branchClosed, slotFull } from "./wanted-time-errors";

type Wanted = Pick<WantedOrder, "fulfilment" | "wantedAt">;

interface Standing {
  readonly branch: Branch;
  readonly settings: BranchSettings | null;
}

interface Checked extends Standing {
  /** How much longer than usual the kitchen takes. */
  readonly extraMinutes: number;
  readonly place: Pick<CheckedPlace, "zone">;
}

/** The time for which an order is accepted. */
export interface ChosenTime extends Promised {
  /** null means as soon as possible. */
  readonly wantedAt: Date | null;
  /** null: the number of orders at that time is not limited. */
  readonly slot: SlotToTake | null;
}

/** Determines the time for which an order is accepted, and the slot that it takes. */
export class ChooseTime {
  constructor(
    private readonly slots: FreeSlots,
    private readonly promises: MeasuredPromises,
    private readonly clock: Clock,
  ) {}

  /**
   * @param wanted within the hours, or as soon as possible after them if the branch accepts that
   * @throws {Refused} BRANCH_CLOSED: no slot after the opening is free
   */
  async execute(wanted: Wanted, checked: Checked): Promise<ChosenTime> {
    const place = slotPlaceOf(wanted, checked);
    const { wantedAt } = wanted;
    if (!place) return { wantedAt, slot: null, ...NO_PROMISE };
    if (wantedAt !== null) return { wantedAt, slot: slotOf(wantedAt, place), ...NO_PROMISE };
    const closed = await this.afterOpening(place);
    const now = this.clock.now();
    if (!closed) return { wantedAt, slot: null, ...(await this.soon(checked, place)) };
    const { opensAt, slot: first } = closed;
    const { timeZone } = place.branch;
    if (!first) throw new Refused([branchClosed(true, opensAt, { now, timeZone })]);
    return { wantedAt: first.from, slot: slotOf(first.from, place), ...NO_PROMISE };
  }

  /**
   * The time for which an order would be accepted. Unavailable times are reported by `execute`.
   *
   * @returns null: as soon as possible
   */
  async wouldBe(wanted: Wanted, checked: Standing): Promise<Date | null> {
    const place = slotPlaceOf(wanted, checked);
    if (wanted.wantedAt !== null || !place?.settings.asapWhenClosed) return wanted.wantedAt;
    return (await this.afterOpening(place))?.slot?.from ?? null;
  }

  /** The user error for the time of an order whose slot is full. */
  async full(wanted: Wanted, checked: Standing, slot: SlotToTake): Promise<UserError> {
    const place = slotPlaceOf(wanted, checked);
    const next = place && (await this.slots.first(slot.to, place));
    const { timeZone } = checked.branch;
    return slotFull(next?.from ?? null, { now: this.clock.now(), timeZone });
  }

  /**
   * The same for an order that is only priced: what is true now may no longer be true when it is
   * placed.
   *
   * @throws {Refused} TIME_SLOT_UNAVAILABLE: its slot is full
   */
  async mayStillTake(wanted: Wanted, checked: Standing): Promise<void> {
    const place = slotPlaceOf(wanted, checked);
    const slot = place && wanted.wantedAt && slotOf(wanted.wantedAt, place);
    if (slot && !(await this.slots.isFree(place.branch.id, slot)))
      throw new Refused([await this.full(wanted, checked, slot)]);
  }

  private async soon(
    { place: { zone }, extraMinutes }: Checked,
    { branch, settings, fulfilment }: SlotPlace,
  ): Promise<Promised> {
    const usual = usualMinutesOf(zone, settings);
    if (usual === null) return NO_PROMISE;
    const record = await this.promises.of(branch.id, fulfilment);
    return promiseOf(usual, extraMinutes, record, this.clock.now());
  }

  /**
   * When a branch that is closed now opens, and its first free slot from then on; null: it is open.
   */
  private async afterOpening(place: SlotPlace) {
    const { branch, settings, fulfilment } = place;
    const closed = closedAt(this.clock.now(), fulfilment, branch.timeZone, settings);
    if (!closed) return null;
    const { opensAt } = closed;
    return { opensAt, slot: opensAt && (await this.slots.first(opensAt, place)) };
  }
}

/** null: its orders do not use slots. */
function slotPlaceOf({ fulfilment }: Wanted, { branch, settings }: Standing): SlotPlace | null {
  return settings && fulfilment !== Fulfilment.DINE_IN ? { branch, settings, fulfilment } : null;
}

function slotOf(wantedAt: Date, { branch, settings }: SlotPlace): SlotToTake | null {
  const { slotMinutes: minutes, slotOrders: most } = settings;
  return most === 0
    ? null
    : { ...slotAround(wantedAt, { minutes, timeZone: branch.timeZone }), most };
}
