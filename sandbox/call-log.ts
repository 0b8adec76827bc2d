/** How many calls are kept individually; the counts per path continue without limit. */
const KEPT_CALLS = 10_000;

export interface LoggedCall {
  at: string;
  path: string;
  /** null while unanswered, and permanently if the connection was cut. */
  status: number | null;
  durationMs: number | null;
}

/**
 * Records what was called and how it was answered, without bodies, because they contain guests'
 * names and phones.
 */
export class CallLog {
  private counts = new Map<string, number>();
  private calls: LoggedCall[] = [];

  begin(path: string): LoggedCall {
    this.counts.set(path, (this.counts.get(path) ?? 0) + 1);
    const call: LoggedCall = { at: new Date().toISOString(), path, status: null, durationMs: null };
    this.calls.push(call);
    if (this.calls.length > KEPT_CALLS) this.calls.shift();
    return call;
  }

  count(path: string): number {
    return this.counts.get(path) ?? 0;
  }

  report(): { counts: Record<string, number>; calls: LoggedCall[] } {
    return { counts: Object.fromEntries(this.counts), calls: this.calls };
  }

  clear(): void {
    this.counts = new Map();
    this.calls = [];
  }
}
