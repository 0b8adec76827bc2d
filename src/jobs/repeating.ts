/** Runs pieces of work repeatedly, each independently. */
export class Repeating {
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly underWay = new Set<Promise<void>>();
  private stopped = false;

  constructor(private readonly onError: (error: unknown) => void) {}

  /** Runs the work `ms` after it last finished. Errors are reported. */
  every(ms: number, work: () => Promise<unknown>): void {
    if (this.stopped) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      const done: Promise<void> = work()
        .then(() => undefined, this.onError)
        .finally(() => {
          this.underWay.delete(done);
          this.every(ms, work);
        });
      this.underWay.add(done);
    }, ms);
    this.timers.add(timer);
  }

  /** Waits for work in progress. */
  async stop(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers) clearTimeout(timer);
    await Promise.all(this.underWay);
  }
}
