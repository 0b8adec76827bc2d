import { beginning } from "../../../domain/texts/cut-text";
import { storableJson } from "../../../domain/texts/storable-text";

/**
 * Removes what sites send by habit and a kitchen printer shows as garbage: tags, entities, line
 * breaks, control characters.
 */
export function cleanText(text: string | null): string {
  return (text ?? "")
    .replace(/<[a-z/!][^<>]*>/gi, " ")
    .replace(/&nbsp;/gi, " ")
    .replace(/&quot;/gi, '"')
    .replace(/&lt;/gi, "<")
    .replace(/&gt;/gi, ">")
    .replace(/&amp;/gi, "&")
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, " ")
    .trim();
}

/**
 * Returns at most `limit` characters as counted by iiko's .NET, where an emoji is two, without
 * cutting an emoji in half; undefined when nothing is left (docs/iiko.md#limits).
 */
export function fit(text: string | null, limit: number): string | undefined {
  const clean = cleanText(text);
  return (clean.length <= limit ? clean : beginning(clean, limit).trim()) || undefined;
}

/** The same for a comment: readers can see that there was more. */
export function shorten(text: string | null, limit: number): string | undefined {
  const clean = cleanText(text);
  return clean.length <= limit ? clean || undefined : `${beginning(clean, limit - 1).trimEnd()}…`;
}

/**
 * Decodes UTF-8, with or without a byte order mark. NUL, which cannot be stored, becomes a
 * replacement character.
 */
export function decodeText(body: Uint8Array): string {
  return new TextDecoder().decode(body).replaceAll("\0", "\ufffd");
}

/** Decodes JSON so that all of its texts can be stored. @throws {SyntaxError} it is not JSON */
export function decodeJson(body: Uint8Array): unknown {
  return JSON.parse(storableJson(decodeText(body)));
}
