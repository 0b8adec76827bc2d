/** A waiter for the next item of a source. */
export interface Waiter<T> {
  resolve(result: IteratorResult<T, unknown>): void;
  reject(error: unknown): void;
}

/**
 * A source that notifies its waiter without a promise, in the same turn in which an item becomes
 * available.
 */
export interface TellingSource<T> {
  wait(waiter: Waiter<T>): void;
}

/** A value that comes later: a promise, or something simpler. */
export interface Later<T> {
  then(done: (value: T) => void, failed: (error: unknown) => void): unknown;
}

export function isLater<T>(value: T | Later<T>): value is Later<T> {
  return typeof value === "object" && value !== null && "then" in value;
}

/** Maps a value once it is available. */
export function later<Made, Result>(
  made: Later<Made>,
  resultOf: (made: Made) => Result,
): Later<Result> {
  return {
    then: (done, failed) =>
      made.then((value) => {
        let result: Result;
        try {
          result = resultOf(value);
        } catch (error) {
          return failed(error);
        }
        done(result);
      }, failed),
  };
}

/**
 * Waits for the next item of any source. Thousands of followers are idle and get the same event at
 * the same moment: each promise between an event and its socket is memory that all of them hold,
 * and that has to be walked once more.
 *
 * @param waiter never throws, and may immediately wait for the next item
 */
export function waitForNext<T>(source: AsyncIterator<T, unknown>, waiter: Waiter<T>): void {
  if (isTelling(source)) return source.wait(waiter);
  source.next().then(
    (result) => waiter.resolve(result),
    (error: unknown) => waiter.reject(error),
  );
}

function isTelling<T>(
  source: AsyncIterator<T, unknown>,
): source is AsyncIterator<T, unknown> & TellingSource<T> {
  return "wait" in source;
}
