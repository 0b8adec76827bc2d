import { type CacheKey } from "./cache-key";

/**
 * Bytes of an entry besides those its value holds: its key, which is a hash, the map's overhead,
 * and small objects.
 */
export const ENTRY_BYTES = 400;

interface Entry<Value> {
  readonly value: Value;
  readonly weight: number;
}

/**
 * A map of at most `maxBytes`, keys and values together; the least recently used entries make room.
 *
 * Hand-written because it counts only bytes and can be told to keep nothing; lru-cache refuses a
 * size of 0 and adds lifetimes, pending fetches and disposal, none of which is needed here.
 */
export class LeastRecentlyUsed<Value> {
  private readonly entries = new Map<CacheKey, Entry<Value>>();
  private weight = 0;

  /** @param weightOf everything that a value holds, in bytes; the overhead of its entry is added */
  constructor(
    private readonly maxBytes: number,
    private readonly weightOf: (value: Value) => number,
  ) {}

  get(key: CacheKey): Value | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined) return undefined;
    // A Map keeps insertion order, so the first entry is the one to evict.
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry.value;
  }

  /** A value heavier than the whole map is not kept. */
  set(key: CacheKey, value: Value): void {
    this.delete(key);
    const weight = this.weightOf(value) + ENTRY_BYTES;
    if (weight > this.maxBytes) return;
    this.entries.set(key, { value, weight });
    this.weight += weight;
    for (const oldest of this.entries.keys()) {
      if (this.weight <= this.maxBytes) return;
      this.delete(oldest);
    }
  }

  delete(key: CacheKey): boolean {
    const entry = this.entries.get(key);
    if (entry === undefined) return false;
    this.weight -= entry.weight;
    return this.entries.delete(key);
  }
}
