import { answeredOr } from "../../domain/concurrency/answered-within";
import { PosUnavailable } from "../../errors";

/**
 * Waits for the POS's answer for no longer than `deadlineMs`.
 *
 * @throws {PosUnavailable} it did not come in time
 */
export function withTimeout<T>(answer: Promise<T>, deadlineMs: number): Promise<T> {
  return answeredOr(() => new PosUnavailable("The POS did not answer in time"), deadlineMs, answer);
}
