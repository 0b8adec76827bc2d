/**
 * What has happened since the reader last looked, one by one. Being woken merely says to look
 * again: how often, and what happens while the reader is busy, makes no difference to what is told.
 */
export abstract class LiveStream<T extends object> implements AsyncIterableIterator<T> {
  /** An event is the same object for everybody who is told of it, and never changes. */
  readonly eventsAreShared = true;
  private told = 0;
  private news = true;
  private ended = false;
  private wakeReader: (() => void) | undefined;

  /** @param waiting is told before everything else */
  protected constructor(private waiting: readonly T[] = []) {}

  /**
   * What is new since the last look, oldest first; undefined: there is nothing to follow any more.
   */
  protected abstract look(): Promise<readonly T[] | undefined>;

  /** Ends the waking. */
  protected abstract close(): void;

  async next(): Promise<IteratorResult<T, undefined>> {
    while (!this.ended) {
      const event = this.waiting[this.told];
      if (event) {
        this.told += 1;
        return { done: false, value: event };
      }
      if (this.news) await this.takeNews();
      else await new Promise<void>((resolve) => (this.wakeReader = resolve));
    }
    return { done: true, value: undefined };
  }

  return(): Promise<IteratorResult<T, undefined>> {
    this.ended = true;
    this.close();
    this.wakeReader?.();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Call when there may be news. */
  protected lookAgain(): void {
    this.news = true;
    this.wakeReader?.();
  }

  private async takeNews(): Promise<void> {
    this.news = false;
    const found = await this.look().catch(async (error: unknown) => {
      // Nobody calls return() on a stream that threw.
      await this.return();
      throw error;
    });
    if (!found) return void (await this.return());
    this.waiting = found;
    this.told = 0;
  }
}
