/** A map of at most `capacity` weight; whatever was not asked for longest makes room. */
export class LeastRecentlyUsed<Value> {
  private readonly entries = new Map<string, Value>();
  private weight = 0;

  constructor(
    private readonly capacity: number,
    private readonly weightOf: (value: Value) => number = () => 1,
  ) {}

  get(key: string): Value | undefined {
    const value = this.entries.get(key);
    if (value === undefined) return undefined;
    // A Map keeps the order of insertion: the first entry is the one to go.
    this.entries.delete(key);
    this.entries.set(key, value);
    return value;
  }

  /** What is heavier than the capacity is not kept. */
  set(key: string, value: Value): void {
    this.delete(key);
    if (this.weightOf(value) > this.capacity) return;
    this.entries.set(key, value);
    this.weight += this.weightOf(value);
    for (const oldest of this.entries.keys()) {
      if (this.weight <= this.capacity) return;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const value = this.entries.get(key);
    if (value === undefined) return;
    this.entries.delete(key);
    this.weight -= this.weightOf(value);
  }
}
