import { type BranchHours, openingHoursOf, type Received } from "./branch-hours";
import { openStateAt } from "./opening-hours";

/** Why a branch does not accept orders now. */
export enum ClosedBecause {
  HOURS = "HOURS",
  PAUSE = "PAUSE",
  TILL_SILENT = "TILL_SILENT",
  NOT_CONNECTED = "NOT_CONNECTED",
}

export interface BranchOpenState {
  readonly open: boolean;
  /**
   * When it closes according to its hours; null: it is closed, or does not close within a
   * fortnight.
   */
  readonly until: Date | null;
  /** When it opens; null: it is open, or the time is unknown. */
  readonly opensAt: Date | null;
  /** null: it is open. */
  readonly closedBecause: ClosedBecause | null;
}

interface Situation {
  readonly now: Date;
  /** IANA name, of the branch. */
  readonly timeZone: string;
  /** Whether it has a POS. */
  readonly isConnected: boolean;
  /** null: not paused; "open-ended": until somebody reopens it. */
  readonly pausedUntil: Date | "open-ended" | null;
  /** Its till does not answer, and meanwhile it accepts no orders for as soon as possible. */
  readonly isTillSilent: boolean;
}

/** Returns whether a branch accepts such orders now, and when that changes. */
export function branchOpenState(
  hours: BranchHours,
  fulfilment: Received,
  { now, timeZone, isConnected, pausedUntil, isTillSilent }: Situation,
): BranchOpenState {
  const closed = (closedBecause: ClosedBecause, opensAt: Date | null) => {
    return { open: false, until: null, opensAt, closedBecause };
  };
  if (!isConnected) return closed(ClosedBecause.NOT_CONNECTED, null);
  if (pausedUntil === "open-ended") return closed(ClosedBecause.PAUSE, null);
  const opening = openingHoursOf(hours, fulfilment);
  const stateAt = (at: Date) =>
    opening ? openStateAt(opening, at, timeZone) : { open: true, until: null, opensAt: null };
  if (pausedUntil !== null) {
    const after = stateAt(pausedUntil);
    return closed(ClosedBecause.PAUSE, after.open ? pausedUntil : after.opensAt);
  }
  const { open, until, opensAt } = stateAt(now);
  if (open && isTillSilent) return closed(ClosedBecause.TILL_SILENT, null);
  return open
    ? { open, until, opensAt, closedBecause: null }
    : closed(ClosedBecause.HOURS, opensAt);
}
