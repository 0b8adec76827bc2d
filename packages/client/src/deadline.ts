/** A signal that aborts with another one, or when time is up. */
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

  /** Time was up; nobody else gave up before. */
  get isMissed(): boolean {
    return this.signal.aborted && !this.outer?.aborted;
  }

  /** Starts the time anew. */
  renew(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.abort, ms);
  }

  clear(): void {
    clearTimeout(this.timer);
    this.outer?.removeEventListener("abort", this.abort);
  }
}
