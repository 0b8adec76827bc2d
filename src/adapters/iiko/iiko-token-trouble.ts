import { PosKeyTrouble } from "../../domain/pos-key-trouble";
import { PosRateLimited, PosRejected } from "../../errors";

/** What iiko says of a key that only a person can mend (seen in the field; the HTTP status varies). */
const TEXTS: readonly (readonly [RegExp, PosKeyTrouble])[] = [
  [/login \S+ is not authorized/i, PosKeyTrouble.KEY_UNKNOWN],
  [/apilogin is inactive/i, PosKeyTrouble.KEY_INACTIVE],
  [/apilogin has been blocked/i, PosKeyTrouble.KEY_BLOCKED],
  [/license for using the cloud api/i, PosKeyTrouble.LICENCE_EXPIRED],
];

export interface KeyFailure {
  readonly trouble: PosKeyTrouble;
  readonly message: string;
  /** Milliseconds iiko asked to be left alone. */
  readonly pauseMs: number;
  /** Only a person can mend it. */
  readonly final: boolean;
}

/** What a refusal's text says against the key as a whole; undefined when it is about something else. */
export function keyTroubleOf(text: string): PosKeyTrouble | undefined {
  return TEXTS.find(([pattern]) => pattern.test(text))?.[1];
}

/** What a failed login means for the key. Repeating a refused one may block the key for good (iiko's help centre). */
export function toKeyFailure(error: unknown): KeyFailure {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof PosRejected) {
    const trouble = keyTroubleOf(message) ?? PosKeyTrouble.LOGIN_REFUSED;
    return { trouble, message, pauseMs: 0, final: true };
  }
  const pauseMs = error instanceof PosRateLimited ? error.retryAfterMs : 0;
  return { trouble: PosKeyTrouble.LOGIN_UNAVAILABLE, message, pauseMs, final: false };
}
