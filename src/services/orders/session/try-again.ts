import { setTimeout as wait } from "node:timers/promises";

interface Patience {
  /** Before each further try, in milliseconds; none: it is tried once. */
  readonly pausesMs: readonly number[];
  /** Is a further try worth it? */
  readonly after: (error: unknown) => boolean;
}

/**
 * Work of the database that failed is done again, at once and once: a connection that broke costs
 * an order nothing then.
 */
export const ONCE_MORE: Patience = { pausesMs: [0], after: () => true };

/**
 * Does work again that failed, after each pause. No connection is held meanwhile. The work must be
 * safe to repeat.
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
