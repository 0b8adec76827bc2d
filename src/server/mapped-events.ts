const END = { done: true, value: undefined } as const;

/**
 * The events of a source, each turned into something else. Not an async generator function: its
 * `return()` would wait for the next event instead of ending the source.
 */
export class MappedEvents<Event, Result> implements AsyncGenerator<Result, void> {
  private readonly events: AsyncIterator<Event, unknown>;
  private open = true;

  /** @param ended is called once, when nothing more will come */
  constructor(
    source: AsyncIterable<Event>,
    private readonly resultOf: (event: Event) => Result | Promise<Result>,
    private readonly ended: () => void = () => undefined,
  ) {
    this.events = source[Symbol.asyncIterator]();
  }

  next(): Promise<IteratorResult<Result, void>> {
    return this.events.next().then(this.mapped, this.failed);
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

  private readonly mapped = (
    event: IteratorResult<Event, unknown>,
  ): IteratorResult<Result, void> | Promise<IteratorResult<Result, void>> => {
    if (event.done) {
      this.close();
      return END;
    }
    try {
      const result = this.resultOf(event.value);
      // Thousands are told the same at the same moment, and each wait takes its time.
      return result instanceof Promise ? result.then(next, this.failed) : next(result);
    } catch (error) {
      return this.throw(error);
    }
  };

  private readonly failed = (error: unknown): Promise<never> => this.throw(error);

  private close(): void {
    if (this.open) this.ended();
    this.open = false;
  }
}

function next<Result>(value: Result): IteratorYieldResult<Result> {
  return { done: false, value };
}
