import { isStorable } from "../texts/storable-text";
import { isLonger } from "../texts/text-length";
import { type UserFault } from "./user-fault";
import * as fault from "./input-faults";

/** Control characters but tab and line breaks. */
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

const LINE_BREAK = /[\r\n\u2028\u2029]/;

export function requiredTextFaults(field: string, text: string, max: number): UserFault[] {
  return text.trim() === "" ? [fault.required(field)] : optionalTextFaults(field, text, max);
}

/**
 * Of one line: a break in a name would let a guest write lines of his own into the message that
 * staff read.
 */
export function optionalTextFaults(field: string, text: string | null, max: number): UserFault[] {
  return text !== null && LINE_BREAK.test(text)
    ? [fault.unprintable(field)]
    : commentFaults(field, text, max);
}

/** Of any number of lines. */
export function commentFaults(field: string, text: string | null, max: number): UserFault[] {
  if (text === null) return [];
  if (!isPrintable(text)) return [fault.unprintable(field)];
  return isLonger(text, max) ? [fault.tooLong(field, max)] : [];
}

/** On any till, and Postgres stores it. */
export function isPrintable(text: string): boolean {
  return !UNPRINTABLE.test(text) && isStorable(text);
}
