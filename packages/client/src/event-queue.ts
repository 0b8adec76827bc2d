/** Turns pushed items into something that can be awaited. For one reader. */
export class EventQueue<Item> {
  private readonly waiting: Item[] = [];
  private outcome: { readonly error?: unknown } | undefined;
  private wake: (() => void) | undefined;

  push(item: Item): void {
    this.waiting.push(item);
    this.wake?.();
  }

  /** Ends it after the waiting items; the first call counts. */
  end(): void {
    this.outcome ??= {};
    this.wake?.();
  }

  /** Ends it with an error after the waiting items; the first call counts. */
  fail(error: unknown): void {
    this.outcome ??= { error };
    this.wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for (;;) {
      const [item] = this.waiting.splice(0, 1);
      if (item !== undefined) yield item;
      else if (this.outcome && "error" in this.outcome) throw this.outcome.error;
      else if (this.outcome) return;
      else await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}
