/** The longest that work waits if the process that was woken for it has died. */
const LOOK_MS = 1_000;

/**
 * Drains a queue: does one piece of work at a time in this process until none is left. Anyone who
 * adds work wakes it, and it also checks on its own for what other processes left behind.
 */
export class DrainLoop {
  private woken = false;
  private working: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private soon: NodeJS.Timeout | undefined;
  private stopped = false;

  /**
   * @param doSome returns whether there may be more to do, or in how many milliseconds; if it
   *   throws, the work is retried at the next check
   */
  constructor(
    private readonly doSome: () => Promise<boolean | number>,
    private readonly onError: (error: unknown) => void,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.wake(), LOOK_MS);
    this.wake();
  }

  wake(): void {
    this.woken = true;
    if (this.stopped) return;
    this.working ??= this.work();
  }

  /** Lets the current piece of work finish. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    clearTimeout(this.soon);
    await this.working;
  }

  private async workUp(): Promise<void> {
    let more: boolean | number = true;
    while (!this.stopped && more === true) more = await this.doSome();
    clearTimeout(this.soon);
    if (typeof more === "number" && !this.stopped) this.soon = setTimeout(() => this.wake(), more);
  }

  private async work(): Promise<void> {
    try {
      while (this.woken && !this.stopped) {
        this.woken = false;
        await this.workUp();
      }
    } catch (error) {
      this.onError(error);
    } finally {
      this.working = undefined;
    }
  }
}
