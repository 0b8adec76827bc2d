import { type Received } from "../../domain/hours/branch-hours";
import { type BranchOpenState, branchOpenState } from "../../domain/hours/branch-open-state";
import { usualMinutesOf } from "../../domain/hours/busy-kitchen";
import { type Branch } from "../../entities/branches/branch";
import { type BranchSettings, PosKind } from "../../entities/branches/branch-settings";
import { type Clock } from "../../ports/clock";
import { type BusyKitchens } from "./busy-kitchens";

/** Whether a branch takes orders now, and how long they take. */
export interface OpenStateNow extends BranchOpenState {
  /** Of an order as soon as possible; null: nobody said. */
  readonly minutes: number | null;
  /** How many of them are on top of the usual ones. */
  readonly extraMinutes: number;
  /** How many people said, whatever the queue adds; 0: none. */
  readonly busyMinutes: number;
  /** Until when people said so; null: they did not. */
  readonly busyUntil: Date | null;
}

/** Tells whether branches take orders now. Asks the database where the kitchen's queue counts. */
export class OpenStates {
  constructor(
    private readonly parts: { readonly busyKitchens: BusyKitchens; readonly clock: Clock },
  ) {}

  async of(branch: Branch, settings: BranchSettings, received: Received): Promise<OpenStateNow> {
    const { hoursWeek: week, hoursDays: days, pos } = settings;
    const now = this.parts.clock.now();
    const state = branchOpenState({ week, days }, received, {
      now,
      timeZone: branch.timeZone,
      isConnected: pos !== PosKind.NONE,
      pausedUntil: branch.pausedUntil(received, now),
      isTillSilent: branch.tillSilentSince !== null && settings.pauseWhileTillSilent,
    });
    const extraMinutes = await this.parts.busyKitchens.extraMinutes(branch, settings);
    const usual = usualMinutesOf(null, settings);
    const busyMinutes = branch.busyMinutesAt(now);
    return Object.assign(state, {
      minutes: usual === null ? null : usual + extraMinutes,
      extraMinutes,
      busyMinutes,
      busyUntil: busyMinutes > 0 ? branch.busyUntil : null,
    });
  }
}
