/** Matches any JSON escape; the group captures NUL or half of a surrogate pair. */
const ESCAPE = /\\(?:ud[89ab]..\\ud[c-f]..|(u0000|ud[89a-f]..)|.)/gis;

/** NUL, or half of any pair: few texts contain one, and only those are examined closely. */
const SUSPECT = /[\0\ud800-\udfff]/;

/** Postgres stores neither NUL nor half of a surrogate pair, as text or in JSON. */
export function isStorable(text: string): boolean {
  return !text.includes("\0") && !/\p{Cs}/u.test(text);
}

/** Returns the text with a replacement character for each character that Postgres cannot store. */
export function storableText(text: string): string {
  return SUSPECT.test(text) ? text.replace(/[\0\p{Cs}]/gu, "\uFFFD") : text;
}

/**
 * Returns the JSON with a replacement character for anything that Postgres cannot store; invalid
 * JSON stays invalid.
 */
export function storableJson(json: string): string {
  if (!/\\u(?:0000|d[89a-f])/i.test(json)) return json;
  return json.replace(ESCAPE, (escape, unstorable?: string) =>
    unstorable === undefined ? escape : "\\ufffd",
  );
}
