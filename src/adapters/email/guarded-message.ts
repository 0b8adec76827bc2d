import { Transform } from "node:stream";

import { CallHeldBack } from "../../errors";
import { type CallGuard, LONGEST_PROOF_MS } from "../../ports/call-guard";

/**
 * Lets the bytes of a letter pass once the guard has said yes, asked when the mail server waits for them. A letter that is
 * stopped there has no end, and a mail server takes none of those.
 */
export function guardedMessage(guard: CallGuard): Transform {
  let isLetThrough = false;
  const letThrough = async (): Promise<void> => {
    const proven = await guard.prove();
    if (proven.ageMs() > LONGEST_PROOF_MS) throw new CallHeldBack("What the call rests on was proven too long ago");
    isLetThrough = true;
  };
  return new Transform({
    transform: (chunk: Buffer, _encoding, pass) => {
      if (isLetThrough) return pass(null, chunk);
      letThrough().then(
        () => pass(null, chunk),
        (error: unknown) => pass(asHeldBack(error)),
      );
    },
  });
}

function asHeldBack(error: unknown): CallHeldBack {
  if (error instanceof CallHeldBack) return error;
  return new CallHeldBack("Nobody could tell whether to call", { cause: error });
}
