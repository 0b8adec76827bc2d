const NOTHING: readonly never[] = [];
const END: IteratorReturnResult<undefined> = { done: true, value: undefined };

/** Who waits for the next event. */
interface Waiter<T> {
  readonly resolve: (result: IteratorResult<T, undefined>) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * What has happened since the reader last looked, one by one. Being woken merely says to look
 * again: how often, and what happens while the reader is busy, makes no difference to what is told.
 * Promises and no generator: thousands of them idle, and are woken at the same moment.
 */
export abstract class LiveStream<T extends object> implements AsyncIterableIterator<T> {
  /** An event is the same object for everybody who is told of it, and never changes. */
  readonly eventsAreShared = true;
  private told = 0;
  private news = true;
  private ended = false;
  private looking = false;
  private waiter: Waiter<T> | undefined;

  /** @param untold is told before everything else */
  protected constructor(private untold: readonly T[] = NOTHING) {}

  /**
   * What is new since the last look, oldest first; undefined: there is nothing to follow any more.
   */
  protected abstract look(): Promise<readonly T[] | undefined>;

  /** Ends the waking. */
  protected abstract close(): void;

  next(): Promise<IteratorResult<T, undefined>> {
    const event = this.ended ? undefined : this.takeUntold();
    if (event) return Promise.resolve({ done: false, value: event });
    if (this.ended) return Promise.resolve(END);
    return new Promise((resolve, reject) => {
      this.waiter = { resolve, reject };
      this.takeNews();
    });
  }

  return(): Promise<IteratorResult<T, undefined>> {
    this.ended = true;
    this.close();
    this.endWait()?.resolve(END);
    return Promise.resolve(END);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Call when there may be news. */
  protected lookAgain(): void {
    this.news = true;
    if (this.waiter) this.takeNews();
  }

  private takeNews(): void {
    if (!this.news || this.looking || this.ended) return;
    this.news = false;
    this.looking = true;
    this.look().then(
      (found) => this.took(found),
      (error: unknown) => this.fail(error),
    );
  }

  private took(found: readonly T[] | undefined): void {
    this.looking = false;
    if (!found) return void this.return();
    if (found.length > 0) this.untold = found;
    const event = this.waiter && this.takeUntold();
    if (event) this.endWait()?.resolve({ done: false, value: event });
    else this.takeNews();
  }

  private fail(error: unknown): void {
    this.looking = false;
    this.endWait()?.reject(error);
    // Nobody calls return() on a stream that threw.
    void this.return();
  }

  private endWait(): Waiter<T> | undefined {
    const { waiter } = this;
    this.waiter = undefined;
    return waiter;
  }

  private takeUntold(): T | undefined {
    const event = this.untold[this.told];
    this.told += 1;
    // A stream may be idle for hours, and would keep the rows that it has told.
    if (this.told < this.untold.length) return event;
    this.untold = NOTHING;
    this.told = 0;
    return event;
  }
}
