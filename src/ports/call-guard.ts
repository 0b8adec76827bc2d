import { type Moment } from "../domain/moment";

/**
 * Stands before a call that changes the world outside: that creates, cancels, or gives people a message. A process may stand
 * still between any two lines, and wake up after others have gone on without it.
 */
export interface CallGuard {
  /**
   * Proves that the call is still this process's to make.
   *
   * @returns when that was proven; it may be a moment ago, but no longer than `LONGEST_PROOF_MS`
   * @throws {CallHeldBack} it is not, or nobody could tell
   */
  prove(): Promise<Moment>;
}

/** What an older proof says may be true no longer: others take over from a silent process some seconds later. */
export const LONGEST_PROOF_MS = 2_000;
