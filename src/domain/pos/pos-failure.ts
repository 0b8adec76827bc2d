import { type RefusalKind } from "../errors/refusal-kind";
import { type GuestWords } from "../guests/guest-words";
import { type Text } from "../texts/locale";

/** A known refusal: what it means, and what a person can do about it. */
export interface PosReason {
  /** One sentence without a full stop. */
  readonly message: Text;
  /** An instruction of one or two sentences without the final full stop. */
  readonly fix: Text;
}

/** Returns both sentences as one text. */
export function reasonInWords({ message, fix }: PosReason): Text {
  return { ru: `${message.ru}. ${fix.ru}`, en: `${message.en}. ${fix.en}` };
}

/**
 * What the POS, or the connection to it, last reported against an order. Stored as JSON: newer
 * fields may be missing in older rows.
 */
export interface PosFailure {
  /** The POS's own code, or POS_UNAVAILABLE and the like when there was no answer. */
  readonly code: string;
  /** The POS's own words, with personal data masked. */
  readonly message: string;
  readonly correlationId: string | null;
  /** Whether the same order may succeed later, unchanged. */
  readonly retryable: boolean;
  /** The order may be in the POS nevertheless. */
  readonly mayExist: boolean;
  readonly kind?: RefusalKind;
  /** Missing for texts that have not been explained yet. */
  readonly reason?: PosReason | undefined;
}

/** The failure as it may be stored with an order, because a POS quotes what it was sent. */
export function failureWithoutWords<Fault extends PosFailure | null>(
  fault: Fault,
  words: GuestWords,
): Fault {
  return fault === null ? fault : { ...fault, message: words.hide(fault.message) };
}
