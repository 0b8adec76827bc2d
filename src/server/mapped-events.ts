const END = { done: true, value: undefined } as const;

/**
 * The events of a source, each turned into something else. Not an async generator function: its
 * `return()` would wait for the next event instead of ending the source.
 */
export class MappedEvents<Event, Result> implements AsyncGenerator<Result, void> {
  private readonly events: AsyncIterator<Event>;
  private open = true;

  /** @param ended is called once, when nothing more will come */
  constructor(
    source: AsyncIterable<Event>,
    private readonly resultOf: (event: Event) => Promise<Result>,
    private readonly ended: () => void = () => undefined,
  ) {
    this.events = source[Symbol.asyncIterator]();
  }

  async next(): Promise<IteratorResult<Result, void>> {
    try {
      const event = await this.events.next();
      if (!event.done) return { done: false, value: await this.resultOf(event.value) };
      this.close();
      return END;
    } catch (error) {
      return this.throw(error);
    }
  }

  async return(): Promise<IteratorReturnResult<void>> {
    this.close();
    await this.events.return?.();
    return END;
  }

  async throw(error: unknown): Promise<never> {
    await this.return();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  private close(): void {
    if (this.open) this.ended();
    this.open = false;
  }
}
