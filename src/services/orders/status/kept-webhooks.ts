/** Most locks last a few milliseconds. */
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 10_000;

/** A web hook that waits for orders that somebody else has locked. */
interface Kept {
  /** What it says about other orders has already been recorded. */
  readonly posOrderIds: readonly string[];
  readonly tries: number;
  /** By the process's monotonic clock, which is never adjusted. */
  readonly dueAt: number;
}

/**
 * Tracks which of the waiting web hooks are retried later, each alone. Known only to this process:
 * others try them as well, and after a restart all of them are tried immediately.
 */
export class KeptWebhooks {
  private readonly kept = new Map<string, Kept>();

  ids(): string[] {
    return [...this.kept.keys()];
  }

  /**
   * Returns the orders whose later news has to stay behind what is kept; if `id` is given, only
   * counts web hooks that came before it.
   */
  posOrderIds(id?: string): string[] {
    const earlier = [...this.kept].filter(
      ([other]) => id === undefined || Number(other) < Number(id),
    );
    return earlier.flatMap(([, { posOrderIds }]) => posOrderIds);
  }

  /** Returns the orders for which a kept web hook is still retried. */
  openOf(id: string): readonly string[] {
    return this.kept.get(id)?.posOrderIds ?? [];
  }

  /** Returns the first one that is due for a retry. */
  due(): string | undefined {
    const now = performance.now();
    const due = [...this.kept].filter(([, { dueAt }]) => dueAt <= now).map(([id]) => id);
    return due.sort((one, other) => Number(one) - Number(other))[0];
  }

  /** Returns the number of milliseconds until the next one is due; undefined if nothing is kept. */
  dueInMs(): number | undefined {
    if (this.kept.size === 0) return undefined;
    const next = Math.min(...[...this.kept.values()].map(({ dueAt }) => dueAt));
    return Math.max(1, Math.ceil(next - performance.now()));
  }

  keep(id: string, posOrderIds: readonly string[]): void {
    const tries = (this.kept.get(id)?.tries ?? 0) + 1;
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS);
    this.kept.set(id, { posOrderIds, tries, dueAt: performance.now() + pauseMs });
  }

  /** It has been recorded, by this process or another; those behind it are due immediately. */
  forget(id: string): void {
    const gone = this.openOf(id);
    this.kept.delete(id);
    for (const [other, kept] of this.kept) {
      if (kept.posOrderIds.some((each) => gone.includes(each)))
        this.kept.set(other, { ...kept, dueAt: 0 });
    }
  }
}
