import { Transform } from "node:stream";

import { type CallGuard, letThrough } from "../../ports/call-guard";

/**
 * Lets the bytes of a letter pass once the guard has said yes, asked when the mail server waits for
 * them. A letter that is stopped there has no end, and a mail server takes none of those.
 */
export function guardedMessage(guard: CallGuard): Transform {
  let isLetThrough = false;
  return new Transform({
    transform: (chunk: Buffer, _encoding, pass) => {
      if (isLetThrough) return pass(null, chunk);
      const go = () => {
        isLetThrough = true;
        pass(null, chunk);
      };
      letThrough(guard, go).catch(pass);
    },
  });
}
