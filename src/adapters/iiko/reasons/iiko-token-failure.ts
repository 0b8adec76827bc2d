import { type PosReason } from "../../../domain/pos/pos-failure";
import { isPosKeyFailure, PosKeyFailure } from "../../../domain/pos/pos-key-failure";
import { PosRateLimited, PosRejected } from "../../../errors";
import { type WholeText, wholeText } from "../values/whole-text";

/** What iiko says about a key as a whole that only a person can fix (docs/iiko.md#tokens). */
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

/** An answer to a login of the first kind that refers to the second one. */
const OF_SECOND_KIND = /\/api\/1\/access_token.{0,200}\bv2\b/i;
const NEEDS_SECOND_KIND: PosReason = {
  message: {
    ru: "Этот ключ работает только со второй версией входа",
    en: "This key needs the second kind of login",
  },
  fix: {
    ru: "Сохраните его в настройках филиала как apiKey вместе с appId и clientSecret с портала разработчика iiko",
    en: "Save it in the branch's settings as apiKey, with the appId and clientSecret of iiko's developer portal",
  },
};

/**
 * Returns what a refused login means beyond its code. @param message of the error, even if wrapped
 */
export function reasonOfLogin(message: string): PosReason | undefined {
  return OF_SECOND_KIND.test(message) ? NEEDS_SECOND_KIND : undefined;
}

export interface KeyFailure {
  readonly failure: PosKeyFailure;
  readonly message: string;
  /** Milliseconds for which iiko asked us to pause. */
  readonly pauseMs: number;
  /** Only a person can fix it. */
  readonly final: boolean;
}

/**
 * Returns what a refusal's whole text says against the key itself; undefined when it says anything
 * else.
 */
export function keyFailureOf(text: string): PosKeyFailure | undefined {
  return TEXTS.find(([says]) => says(text))?.[1];
}

/**
 * Returns what a failed login means for the key. Repeating a refused one may block the key
 * permanently (iiko's help centre).
 */
export function toKeyFailure(error: unknown): KeyFailure {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof PosRejected) {
    const { posCode } = error;
    const failure = isPosKeyFailure(posCode)
      ? posCode
      : (keyFailureOf(message) ?? PosKeyFailure.LOGIN_REFUSED);
    return { failure, message, pauseMs: 0, final: true };
  }
  const pauseMs = error instanceof PosRateLimited ? error.retryAfterMs : 0;
  return { failure: PosKeyFailure.LOGIN_UNAVAILABLE, message, pauseMs, final: false };
}
