/** How long work waits at most that another process was woken for, and then died. */
const LOOK_MS = 1_000;

/**
 * Does a kind of work as long as there is any, one piece at a time in this process. Whoever adds
 * work wakes it; it looks by itself, too, for what other processes left behind.
 */
export class WorkOff {
  private woken = false;
  private working: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private soon: NodeJS.Timeout | undefined;
  private stopped = false;

  /**
   * @param doSome returns whether there may be more to do, a number being the milliseconds until
   * then; after it throws, the
   *   work is tried again at the next look
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

  /** Lets the piece that is under way end. */
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
