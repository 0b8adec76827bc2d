/** Any escape of JSON; the group holds NUL or half a surrogate pair. */
const ESCAPE = /\\(?:ud[89ab]..\\ud[c-f]..|(u0000|ud[89a-f]..)|.)/gis;

/** NUL, or a half of any pair: few texts have one, and those are looked at closely. */
const SUSPECT = /[\0\ud800-\udfff]/;

/** Postgres stores neither NUL nor half a surrogate pair, not as text and not in JSON. */
export function isStorable(text: string): boolean {
  return !text.includes("\0") && !/\p{Cs}/u.test(text);
}

/** The same text, with a replacement character for each character that Postgres cannot store. */
export function storableText(text: string): string {
  return SUSPECT.test(text) ? text.replace(/[\0\p{Cs}]/gu, "\uFFFD") : text;
}

/**
 * The same JSON, with a replacement character for what Postgres cannot store; it stays what it was
 * when it is none.
 */
export function storableJson(json: string): string {
  if (!/\\u(?:0000|d[89a-f])/i.test(json)) return json;
  return json.replace(ESCAPE, (escape, unstorable?: string) =>
    unstorable === undefined ? escape : "\\ufffd",
  );
}
