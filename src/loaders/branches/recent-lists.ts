import { type Clock } from "../../ports/clock";

/** What one page shows of a key is ten lists; the oldest makes room. */
const MOST_LISTS = 500;
const RECENT_MS = 5 * 60_000;

interface Kept {
  readonly readAtMs: number;
  readonly list: Promise<unknown>;
}

/**
 * Lists of POSes that were read a short time ago: pages which show them one after the other would
 * use up the calls that a POS grants a key. What is under way is shared, and no failure is kept.
 */
export class RecentLists {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly clock: Clock) {}

  /**
   * @param key of credential and list
   * @param mayBeRecent false: it is read now, whatever is known
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
