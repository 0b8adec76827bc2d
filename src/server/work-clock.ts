/**
 * The CPU time that the process has used since then, capped at the elapsed time: others may have
 * worked in the meantime, but not longer.
 */
export class WorkClock {
  private readonly startedAt = performance.now();
  private readonly used = process.cpuUsage();

  tookMs(): number {
    const { user, system } = process.cpuUsage(this.used);
    return Math.min(performance.now() - this.startedAt, (user + system) / 1_000);
  }
}
