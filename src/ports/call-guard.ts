import { Moment } from "../domain/time/moment";
import { CallHeldBack } from "../errors";

/**
 * Stands before a call that changes the world outside: that creates, cancels, or gives people a
 * message. A process may stand still between any two lines, and wake up after others have gone on
 * without it.
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

/**
 * What an older proof says may be true no longer: others take over from a silent process some
 * seconds later.
 */
const LONGEST_PROOF_MS = 2_000;

/**
 * A guard that asks only when its last proof is too old.
 *
 * @param over what has happened when `stillOurs` says no
 * @param proven when that was proven last, if it was
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
 * Does `go` once the guard has said yes, with no line between that judgement and it.
 *
 * @throws {CallHeldBack} it said no, or nobody could tell: nothing was done
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
