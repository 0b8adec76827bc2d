/** Who waits for what a source gives next. */
export interface Waiter<T> {
  resolve(result: IteratorResult<T, unknown>): void;
  reject(error: unknown): void;
}

/** A source that tells its waiter without a promise, in the turn in which there is something. */
export interface TellingSource<T> {
  wait(waiter: Waiter<T>): void;
}

/** What comes later: a promise, or something simpler. */
export interface Later<T> {
  then(done: (value: T) => void, failed: (error: unknown) => void): unknown;
}

export function isLater<T>(value: T | Later<T>): value is Later<T> {
  return typeof value === "object" && value !== null && "then" in value;
}

/** What is made of something, once that is there. */
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
 * Waits for the next of any source. Thousands of followers idle, and are told of the same event at
 * the same moment: each promise between an event and its socket is memory that all of them hold,
 * and one more time that all of it is gone through.
 *
 * @param waiter never throws, and may wait for the next one at once
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
