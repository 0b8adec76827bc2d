import { isPosKeyFailure, PosKeyFailure } from "../../../domain/pos/pos-key-failure";
import { PosRateLimited, PosRejected } from "../../../errors";
import { wholeText, type WholeText } from "../values/whole-text";

/** What iiko says of a key as a whole, and only a person can mend (docs/iiko.md#tokens). */
const TEXTS: readonly (readonly [says: WholeText, PosKeyFailure])[] = [
  [
    (text) => /^Login \S{1,300} is not authorized\.?$/i.exec(text.trim()) ?? undefined,
    PosKeyFailure.KEY_UNKNOWN,
  ],
  [wholeText("ApiLogin is inactive"), PosKeyFailure.KEY_INACTIVE],
  [wholeText("ApiLogin has been blocked"), PosKeyFailure.KEY_BLOCKED],
  [
    wholeText("ApiLogin's license for using the Cloud API has expired"),
    PosKeyFailure.LICENCE_EXPIRED,
  ],
];

export interface KeyFailure {
  readonly trouble: PosKeyFailure;
  readonly message: string;
  /** Milliseconds iiko asked to be left alone. */
  readonly pauseMs: number;
  /** Only a person can mend it. */
  readonly final: boolean;
}

/**
 * What a refusal's whole text says against the key as a whole; undefined when it says anything
 * else.
 */
export function keyFailureOf(text: string): PosKeyFailure | undefined {
  return TEXTS.find(([says]) => says(text))?.[1];
}

/**
 * What a failed login means for the key. Repeating a refused one may block the key for good (iiko's
 * help centre).
 */
export function toKeyFailure(error: unknown): KeyFailure {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof PosRejected) {
    const { posCode } = error;
    const trouble = isPosKeyFailure(posCode)
      ? posCode
      : (keyFailureOf(message) ?? PosKeyFailure.LOGIN_REFUSED);
    return { trouble, message, pauseMs: 0, final: true };
  }
  const pauseMs = error instanceof PosRateLimited ? error.retryAfterMs : 0;
  return { trouble: PosKeyFailure.LOGIN_UNAVAILABLE, message, pauseMs, final: false };
}
