/** Delay between two tries while nothing works. Doubles with each failure. */
const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * How long to wait before the next try. Half of it is random, or all clients would return
 * simultaneously after a restart.
 */
export class BackOff {
  private failures = 0;

  constructor(private readonly random: () => number = Math.random) {}

  succeeded(): void {
    this.failures = 0;
  }

  /** In milliseconds; at least `atLeastMs` if the gateway named a time. */
  nextDelayMs(atLeastMs = 0): number {
    const doubled = Math.min(FIRST_MS * 2 ** this.failures, LONGEST_MS);
    this.failures += 1;
    return Math.max(doubled * (0.5 + this.random() / 2), atLeastMs);
  }
}
