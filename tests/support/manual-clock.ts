import { type Clock } from "../../src/ports/clock";

const DAY_MS = 24 * 3_600_000;

/**
 * Time that stands still until a test moves it. It starts a day ahead, so that no job becomes due
 * by real time.
 */
export class ManualClock implements Clock {
  private current = Date.now() + DAY_MS;

  now(): Date {
    return new Date(this.current);
  }

  /** The UTC day this many days ahead, as 2026-11-30. */
  dayIn(days: number): string {
    return new Date(this.current + days * DAY_MS).toISOString().slice(0, 10);
  }

  /**
   * Forwards only: a moment written in a test will be in the past one day, and then the clock does
   * not turn.
   */
  turnTo(moment: Date): void {
    this.current = Math.max(this.current, moment.getTime());
  }
}
