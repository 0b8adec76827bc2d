import { type Clock } from "../ports/clock";

/**
 * One reading of the database's clock: how far it is ahead of this process's monotonic one, and how
 * far that may be off.
 */
interface Reading {
  readonly aheadMs: number;
  readonly offMs: number;
  readonly takenAtMs: number;
}

/** From then on a reading is taken over although the one before was better: clocks drift apart. */
const READING_LASTS_MS = 60_000;

/**
 * The clock of the database, which all processes share: what one of them writes the others compare,
 * and a machine whose clock is wrong must not take another one's order for forgotten. Read again
 * and again as a by-product of what asks the database anyway; between two readings the process's
 * monotonic clock goes on, which no correction of the time of day moves.
 */
export class DatabaseClock implements Clock {
  private reading: Reading | undefined;

  /** This machine's own time until the database has told its. */
  now(): Date {
    return new Date(this.reading ? this.reading.aheadMs + performance.now() : Date.now());
  }

  /**
   * Takes a reading over where it is better than the last one, or contradicts it.
   *
   * @param told by the database
   * @param askedAtMs of `performance.now()`
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
