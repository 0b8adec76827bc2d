/**
 * How long ago something last happened. The monotonic clock stands still while a machine sleeps, and the wall clock jumps,
 * so the larger of both counts: an age may be too high for a moment, never too low.
 */
export class Age {
  private steadyAt = performance.now();
  private wallAt = Date.now();

  /** It happens now. */
  reset(): void {
    this.steadyAt = performance.now();
    this.wallAt = Date.now();
  }

  /** Since `reset`, or since this was made. */
  get ms(): number {
    return Math.max(performance.now() - this.steadyAt, Date.now() - this.wallAt);
  }
}
