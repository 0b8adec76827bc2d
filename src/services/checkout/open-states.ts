import { type Received } from "../../domain/hours/branch-hours";
import { type BranchOpenState, branchOpenState } from "../../domain/hours/branch-open-state";
import { type Branch } from "../../entities/branches/branch";
import { type BranchSettings, PosKind } from "../../entities/branches/branch-settings";
import { type Clock } from "../../ports/clock";
import { type Estimate, type Estimates } from "./estimates";

/** Whether a branch currently accepts orders, and how long they take. */
export interface OpenStateNow extends BranchOpenState, Estimate {
  /** The number of minutes that the staff set, regardless of what the queue adds; 0: none. */
  readonly busyMinutes: number;
  /** How long the staff said it is busy; null if they did not say. */
  readonly busyUntil: Date | null;
}

/**
 * Reports whether branches take orders now. Queries the database where the kitchen's queue counts,
 * and once an hour reads how past promises turned out.
 */
export class OpenStates {
  constructor(private readonly parts: { readonly estimates: Estimates; readonly clock: Clock }) {}

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
    const estimate = await this.parts.estimates.of(branch, settings, received);
    const busyMinutes = branch.busyMinutesAt(now);
    return Object.assign(state, estimate, {
      busyMinutes,
      busyUntil: busyMinutes > 0 ? branch.busyUntil : null,
    });
  }
}
