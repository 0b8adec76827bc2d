import { isStorable } from "../texts/storable-text";
import { isLonger } from "../texts/text-length";
import * as userError from "./input-errors";
import { type UserError } from "./user-error";

/** Control characters except tabs and line breaks. */
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

const LINE_BREAK = /[\r\n\u2028\u2029]/;

export function requiredTextErrors(field: string, text: string, max: number): UserError[] {
  return text.trim() === "" ? [userError.required(field)] : optionalTextErrors(field, text, max);
}

/**
 * For a single line: with a line break in a name, guests could add their own lines to the message
 * that the staff read.
 */
export function optionalTextErrors(field: string, text: string | null, max: number): UserError[] {
  return text !== null && LINE_BREAK.test(text)
    ? [userError.unprintable(field)]
    : commentErrors(field, text, max);
}

/** For any number of lines. */
export function commentErrors(field: string, text: string | null, max: number): UserError[] {
  if (text === null) return [];
  if (!isPrintable(text)) return [userError.unprintable(field)];
  return isLonger(text, max) ? [userError.tooLong(field, max)] : [];
}

/** Returns whether any till can print it and Postgres can store it. */
export function isPrintable(text: string): boolean {
  return !UNPRINTABLE.test(text) && isStorable(text);
}
