/** Choices that look random; the same `seed` produces the same ones, in the same order. */
export class SeededChoices {
  constructor(private seed: number) {}

  protected shuffled<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, at: this.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  }

  protected pick<T>(items: readonly T[]): T {
    return items[this.between(0, items.length - 1)]!;
  }

  protected chance(share: number): boolean {
    return this.next() < share;
  }

  protected between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** Mulberry32: small, and the same everywhere. */
  private next(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}
