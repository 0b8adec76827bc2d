import { answeredOr } from "../../domain/concurrency/answered-within";
import { PosUnavailable } from "../../errors";

/**
 * An answer of the POS, waited for no longer than `deadlineMs`.
 *
 * @throws {PosUnavailable} it did not come in time
 */
export function withTimeout<T>(answer: Promise<T>, deadlineMs: number): Promise<T> {
  return answeredOr(() => new PosUnavailable("The POS did not answer in time"), deadlineMs, answer);
}
