import { Moment } from "../domain/time/moment";
import { CallHeldBack } from "../errors";

/**
 * Guards a call that affects the outside world: one that creates, cancels, or sends someone a
 * message. A process may stall between any two lines and wake up after others have continued
 * without it.
 */
export interface CallGuard {
  /**
   * Proves that the call is still this process's to make.
   *
   * @returns when that was proven; this may be a moment ago, but no longer than `LONGEST_PROOF_MS`
   * @throws {CallHeldBack} if it is not, or that could not be determined
   */
  prove(): Promise<Moment>;
}

/** An older proof may no longer hold: others take over from a silent process some seconds later. */
const LONGEST_PROOF_MS = 2_000;

/**
 * Returns a guard that checks only when its last proof is too old.
 *
 * @param over what has happened when `stillOurs` returns false
 * @param proven when that was last proven, if ever
 */
export function callGuard(
  stillOurs: () => Promise<boolean>,
  over: string,
  proven?: Moment,
): CallGuard {
  let last = proven;
  const prove = async (): Promise<Moment> => {
    if (last && last.ageMs() <= LONGEST_PROOF_MS) return last;
    const asked = Moment.now();
    if (!(await stillOurs())) throw new CallHeldBack(over);
    return (last = asked);
  };
  return { prove };
}

/**
 * Runs `go` once the guard has approved, with no other line between that decision and the call.
 *
 * @throws {CallHeldBack} if the guard refused, or it could not be determined: nothing was done
 */
export async function letThrough(guard: CallGuard, go: () => void): Promise<void> {
  const proven = await guard.prove().catch((cause: unknown) => {
    throw cause instanceof CallHeldBack
      ? cause
      : new CallHeldBack("Nobody could tell whether to call", { cause });
  });
  if (proven.ageMs() > LONGEST_PROOF_MS)
    throw new CallHeldBack("What the call rests on was proven too long ago");
  go();
}
