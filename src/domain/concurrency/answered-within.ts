/** The result did not come in time. It may still come, but nobody is waiting for it any more. */
class TooLate extends Error {
  constructor(what: string, ms: number) {
    super(`${what}: no answer within ${ms} ms`);
  }
}

/**
 * Waits for `answer`, but no longer than `ms`.
 *
 * @param what what was asked, for the error
 * @throws {TooLate} it did not come in time
 */
export function answeredWithin<T>(ms: number, what: string, answer: Promise<T>): Promise<T> {
  return answeredOr(() => new TooLate(what, ms), ms, answer);
}

/** The same, with the error that `tooLate` creates. */
export async function answeredOr<T>(
  tooLate: () => Error,
  ms: number,
  answer: Promise<T>,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(tooLate()), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
