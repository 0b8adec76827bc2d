/** Bytes of an entry beside what its key and its value hold: the maps' own, and small objects. */
const ENTRY_BYTES = 300;

/** What a cache takes for a key of its caller's, in bytes: nobody fills the memory with keys alone. */
export function weightOfKey(key: string): number {
  return ENTRY_BYTES + 2 * key.length;
}

interface Entry<Value> {
  readonly value: Value;
  readonly weight: number;
}

/** A map of at most `capacity` weight; whatever was not asked for longest makes room. */
export class LeastRecentlyUsed<Value> {
  private readonly entries = new Map<string, Entry<Value>>();
  private weight = 0;

  constructor(
    private readonly capacity: number,
    private readonly weightOf: (value: Value, key: string) => number = () => 1,
  ) {}

  get(key: string): Value | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined) return undefined;
    // A Map keeps the order of insertion: the first entry is the one to go.
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry.value;
  }

  /** What is heavier than the capacity is not kept. */
  set(key: string, value: Value): void {
    this.delete(key);
    const weight = this.weightOf(value, key);
    if (weight > this.capacity) return;
    this.entries.set(key, { value, weight });
    this.weight += weight;
    for (const oldest of this.entries.keys()) {
      if (this.weight <= this.capacity) return;
      this.delete(oldest);
    }
  }

  delete(key: string): boolean {
    const entry = this.entries.get(key);
    if (entry === undefined) return false;
    this.weight -= entry.weight;
    return this.entries.delete(key);
  }
}
