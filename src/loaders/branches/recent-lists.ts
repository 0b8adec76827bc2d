import { type Clock } from "../../ports/clock";

/** One page shows ten lists per key; the oldest list makes room. */
const MOST_LISTS = 500;
const RECENT_MS = 5 * 60_000;

interface Kept {
  readonly readAtMs: number;
  readonly list: Promise<unknown>;
}

/**
 * Recently read lists of POSes: pages that show them one after another would use up the calls that
 * a POS grants a key. Reads in progress are shared, and failures are not kept.
 */
export class RecentLists {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly clock: Clock) {}

  /**
   * @param key identifies credential and list
   * @param mayBeRecent false: read afresh, whatever is known
   */
  read<T>(key: string, mayBeRecent: boolean, load: () => Promise<T>): Promise<T> {
    const nowMs = this.clock.now().getTime();
    const known = this.kept.get(key);
    if (mayBeRecent && known && nowMs - known.readAtMs < RECENT_MS) return known.list as Promise<T>;
    const list = load();
    this.keep(key, { readAtMs: nowMs, list });
    return list;
  }

  private keep(key: string, read: Kept): void {
    this.kept.delete(key);
    this.kept.set(key, read);
    const [oldest = key] = this.kept.keys();
    if (this.kept.size > MOST_LISTS) this.kept.delete(oldest);
    read.list.catch(() => {
      if (this.kept.get(key) === read) this.kept.delete(key);
    });
  }
}
