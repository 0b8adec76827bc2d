import { PosUnavailable } from "../../errors";

/**
 * An answer of the POS, waited for no longer than `deadlineMs`.
 *
 * @throws {PosUnavailable} it did not come in time
 */
export async function inTime<T>(answer: Promise<T>, deadlineMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new PosUnavailable("The POS did not answer in time")), deadlineMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
