/** Most locks last some milliseconds. */
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 10_000;

/** A web hook that waits for orders that somebody else has locked. */
interface Kept {
  /** What it says of other orders is recorded already. */
  readonly posOrderIds: readonly string[];
  readonly tries: number;
  /** By the process's own clock, which nobody turns. */
  readonly dueAt: number;
}

/**
 * Which of the web hooks that wait are tried again later, each alone. Known to this process only:
 * others try them as well, and after a restart all of them are tried at once.
 */
export class KeptWebhooks {
  private readonly kept = new Map<string, Kept>();

  ids(): string[] {
    return [...this.kept.keys()];
  }

  /**
   * The orders whose later news stays behind what is kept; of those that came before `id` only,
   * when it is given.
   */
  posOrderIds(id?: string): string[] {
    const earlier = [...this.kept].filter(
      ([other]) => id === undefined || Number(other) < Number(id),
    );
    return earlier.flatMap(([, { posOrderIds }]) => posOrderIds);
  }

  /** What a kept web hook is still tried for. */
  openOf(id: string): readonly string[] {
    return this.kept.get(id)?.posOrderIds ?? [];
  }

  /** The first that is to be tried again now. */
  due(): string | undefined {
    const now = performance.now();
    const due = [...this.kept].filter(([, { dueAt }]) => dueAt <= now).map(([id]) => id);
    return due.sort((one, other) => Number(one) - Number(other))[0];
  }

  /** In how many milliseconds the next one is due; undefined: nothing is kept. */
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

  /** It is recorded, by whomever; those that were behind it are due at once. */
  forget(id: string): void {
    const gone = this.openOf(id);
    this.kept.delete(id);
    for (const [other, kept] of this.kept) {
      if (kept.posOrderIds.some((each) => gone.includes(each)))
        this.kept.set(other, { ...kept, dueAt: 0 });
    }
  }
}
