import { isLater, type Later, type TellingSource, type Waiter, waitForNext } from "./next-of";

const END = { done: true, value: undefined } as const;

/**
 * The events of a source, each mapped to something else. Not an async generator function, whose
 * `return()` would wait for the next event instead of ending the source.
 */
export class MappedEvents<Event, Result>
  implements AsyncGenerator<Result, void>, TellingSource<Result>, Waiter<Event>
{
  private readonly events: AsyncIterator<Event, unknown>;
  private open = true;
  private waiter: Waiter<Result> | undefined;

  /** @param ended is called once, when nothing more follows */
  constructor(
    source: AsyncIterable<Event>,
    private readonly resultOf: (event: Event) => Result | Later<Result>,
    private readonly ended: () => void = () => undefined,
  ) {
    this.events = source[Symbol.asyncIterator]();
  }

  next(): Promise<IteratorResult<Result, void>> {
    return new Promise((resolve, reject) =>
      this.wait({ resolve: resolve as Waiter<Result>["resolve"], reject }),
    );
  }

  wait(waiter: Waiter<Result>): void {
    this.waiter = waiter;
    waitForNext(this.events, this);
  }

  /** Called by the source with an event or with its end. */
  resolve(event: IteratorResult<Event, unknown>): void {
    if (event.done) {
      this.close();
      return this.endWait()?.resolve(END);
    }
    try {
      const result = this.resultOf(event.value);
      if (!isLater(result)) return this.give(result);
      result.then(
        (value) => this.give(value),
        (error: unknown) => this.reject(error),
      );
    } catch (error) {
      this.reject(error);
    }
  }

  /** The source failed, or mapping one of its events did: nothing more follows. */
  reject(error: unknown): void {
    const waiter = this.endWait();
    const fail = () => waiter?.reject(error);
    this.return().then(fail, fail);
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

  private give(value: Result): void {
    this.endWait()?.resolve({ done: false, value });
  }

  private endWait(): Waiter<Result> | undefined {
    const { waiter } = this;
    this.waiter = undefined;
    return waiter;
  }

  private close(): void {
    if (this.open) this.ended();
    this.open = false;
  }
}
