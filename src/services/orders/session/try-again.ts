import { setTimeout as wait } from "node:timers/promises";

interface Patience {
  /** Pause before each further try, in milliseconds; if empty, it is tried once. */
  readonly pausesMs: readonly number[];
  /** Whether a further try is worthwhile. */
  readonly after: (error: unknown) => boolean;
}

/**
 * Database work that failed is repeated immediately, and only once, so that a broken connection
 * costs an order nothing.
 */
export const ONCE_MORE: Patience = { pausesMs: [0], after: () => true };

/**
 * Repeats failed work after each pause. Holds no connection meanwhile. The work must be safe to
 * repeat.
 *
 * @throws what the last try throws
 */
export async function tryAgain<T>(
  work: () => Promise<T>,
  { pausesMs, after }: Patience,
): Promise<T> {
  for (let turn = 0; ; turn += 1) {
    try {
      return await work();
    } catch (error) {
      const pauseMs = pausesMs[turn];
      if (pauseMs === undefined || !after(error)) throw error;
      if (pauseMs > 0) await wait(pauseMs);
    }
  }
}
