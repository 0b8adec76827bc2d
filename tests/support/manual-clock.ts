import { type Clock } from "../../src/ports/clock";

const DAY_MS = 24 * 3_600_000;

/**
 * Time that stands still until a test turns it. It starts a day ahead, so that no job becomes due
 * by real time.
 */
export class ManualClock implements Clock {
  private current = Date.now() + DAY_MS;

  now(): Date {
    return new Date(this.current);
  }

  /** Forwards only. */
  turnTo(moment: Date): void {
    this.current = Math.max(this.current, moment.getTime());
  }
}
