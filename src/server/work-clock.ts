/**
 * What the process has worked since, at most as long as it is ago: others may have worked
 * meanwhile, but not longer.
 */
export class WorkClock {
  private readonly startedAt = performance.now();
  private readonly used = process.cpuUsage();

  tookMs(): number {
    const { user, system } = process.cpuUsage(this.used);
    return Math.min(performance.now() - this.startedAt, (user + system) / 1_000);
  }
}
