const NOTHING: readonly never[] = [];
const END: IteratorReturnResult<undefined> = { done: true, value: undefined };

/** Waits for the next event. It never throws, and may immediately wait for the next one. */
interface Waiter<T> {
  resolve(result: IteratorResult<T, undefined>): void;
  reject(error: unknown): void;
}

/**
 * Emits what has happened since the reader last looked, one by one. Being woken merely means to
 * look again: how often that happens, and what happens while the reader is busy, makes no
 * difference to what is emitted. Uses callbacks beneath the promises rather than a generator,
 * because thousands of streams are idle and are woken at the same moment.
 */
export abstract class LiveStream<T extends object> implements AsyncIterableIterator<T> {
  /** An event is the same object for everybody who receives it, and never changes. */
  readonly eventsAreShared = true;
  private told = 0;
  private news = true;
  private ended = false;
  private looking = false;
  private telling = false;
  private waiter: Waiter<T> | undefined;

  /** @param untold emitted before everything else */
  protected constructor(private untold: readonly T[] = NOTHING) {}

  /** Must end in one call of `took` or `failed`. */
  protected abstract look(): void;

  /** Stops the stream from being woken. */
  protected abstract close(): void;

  next(): Promise<IteratorResult<T, undefined>> {
    return new Promise((resolve, reject) => this.wait({ resolve, reject }));
  }

  /**
   * The same without a promise: the waiter is called in the same turn in which an event is
   * available.
   */
  wait(waiter: Waiter<T>): void {
    this.waiter = waiter;
    if (this.ended) this.endWait()?.resolve(END);
    else this.tell();
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

  /** Call this when there may be news. */
  lookAgain(): void {
    this.news = true;
    if (this.waiter) this.takeNews();
  }

  /**
   * @param found what is new since the last look, oldest first; undefined if there is nothing left
   *   to follow
   */
  protected took(found: readonly T[] | undefined): void {
    this.looking = false;
    if (!found) return void this.return();
    if (found.length > 0) this.untold = found;
    this.tell();
  }

  protected failed(error: unknown): void {
    this.looking = false;
    this.endWait()?.reject(error);
    // Nothing calls return() on a stream that threw.
    void this.return();
  }

  /**
   * A loop, because a waiter waits for the next event immediately, and recursion would go just as
   * deep.
   */
  private tell(): void {
    if (this.telling) return;
    this.telling = true;
    while (this.waiter && this.untold.length > 0 && !this.ended)
      this.endWait()?.resolve({ done: false, value: this.takeUntold() });
    this.telling = false;
    if (this.waiter) this.takeNews();
  }

  private takeNews(): void {
    if (!this.news || this.looking || this.ended) return;
    this.news = false;
    this.looking = true;
    this.look();
  }

  private endWait(): Waiter<T> | undefined {
    const { waiter } = this;
    this.waiter = undefined;
    return waiter;
  }

  private takeUntold(): T {
    const event = this.untold[this.told] as T;
    this.told += 1;
    // A stream may be idle for hours, and would otherwise retain the rows that it has emitted.
    if (this.told === this.untold.length) {
      this.untold = NOTHING;
      this.told = 0;
    }
    return event;
  }
}
