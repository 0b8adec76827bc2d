/** A signal that aborts together with another one, or when the time is up. */
export class Deadline {
  private readonly controller = new AbortController();
  private readonly abort = () => this.controller.abort();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly outer: AbortSignal | undefined,
    ms: number,
  ) {
    if (outer?.aborted) this.abort();
    outer?.addEventListener("abort", this.abort);
    this.renew(ms);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Whether the time was up before anyone else gave up. */
  get isMissed(): boolean {
    return this.signal.aborted && !this.outer?.aborted;
  }

  /** Restarts the time. */
  renew(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.abort, ms);
  }

  clear(): void {
    clearTimeout(this.timer);
    this.outer?.removeEventListener("abort", this.abort);
  }
}
