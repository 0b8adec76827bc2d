import { type Clock } from "../ports/clock";

/**
 * One reading of the database's clock: how far it is ahead of this process's monotonic clock, and
 * how far off that may be.
 */
interface Reading {
  readonly aheadMs: number;
  readonly offMs: number;
  readonly takenAtMs: number;
}

/** After this time, a new reading replaces even a more precise one, because clocks drift apart. */
const READING_LASTS_MS = 60_000;

/**
 * The database's clock, which all processes share: they compare what others write, and a machine
 * whose clock is wrong must not take another's order for forgotten. It is read again and again as a
 * by-product of other database calls; between two readings, the process's monotonic clock keeps
 * time, unaffected by corrections of the time of day.
 */
export class DatabaseClock implements Clock {
  private reading: Reading | undefined;

  /** Returns this machine's own time until the database has reported its time. */
  now(): Date {
    return new Date(this.reading ? this.reading.aheadMs + performance.now() : Date.now());
  }

  /**
   * Adopts a reading if it is better than the last one or contradicts it.
   *
   * @param told the time reported by the database
   * @param askedAtMs the value of `performance.now()` when it was asked
   */
  learn(told: Date, askedAtMs: number): void {
    const takenAtMs = performance.now();
    const offMs = (takenAtMs - askedAtMs) / 2;
    const aheadMs = told.getTime() - (askedAtMs + offMs);
    const last = this.reading;
    const isBetter = !last || offMs <= last.offMs || takenAtMs - last.takenAtMs > READING_LASTS_MS;
    if (isBetter || Math.abs(aheadMs - last.aheadMs) > offMs + last.offMs)
      this.reading = { aheadMs, offMs, takenAtMs };
  }
}
