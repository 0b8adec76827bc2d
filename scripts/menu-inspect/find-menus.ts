import { detectMenuFormat } from "../../src/adapters/iiko/menu/menu-detect";
import { type IikoMenuFormat } from "../../src/adapters/iiko/menu/reading/menu-draft";
import { parseRecording } from "./read-recording";
import { Unreadable } from "./unreadable";

export interface FoundMenu {
  /** Position in the recording; "" when the menu is all of it. */
  readonly place: string;
  readonly body: unknown;
  readonly source: IikoMenuFormat;
}

/** A recording wraps its bodies in a few layers at most: log, entry, response, content, text. */
const MAX_DEPTH = 8;
const JSON_OR_GZIP = /^\s*(?:[[{]|H4sI)/;

/**
 * Finds the menus in a recording, however they are wrapped: `{"response": …}`, lists of exchanges,
 * JSON as text, `rawBody`.
 *
 * @throws {Unreadable} when there is none
 */
export function findMenus(recording: unknown): FoundMenu[] {
  const found = menusIn(recording, "", MAX_DEPTH);
  if (found.length > 0) return found;
  const fields = topFields(recording);
  throw new Unreadable({
    ru: `нет меню iiko ни одного из пяти форматов; найдено: ${fields}`,
    en: `it holds no iiko menu of any of the five formats, but: ${fields}`,
  });
}

function menusIn(value: unknown, place: string, depth: number): FoundMenu[] {
  if (typeof value === "string")
    return JSON_OR_GZIP.test(value) ? menusInText(value, place, depth) : [];
  if (typeof value !== "object" || value === null || depth === 0) return [];
  const source = detectMenuFormat(value);
  if (source !== undefined) return [{ place, body: value, source }];
  return Object.entries(value).flatMap(([key, inner]) => {
    const step = Array.isArray(value) ? `[${key}]` : `${place && "."}${key}`;
    return menusIn(inner, `${place}${step}`, depth - 1);
  });
}

function menusInText(text: string, place: string, depth: number): FoundMenu[] {
  try {
    return menusIn(parseRecording(text), place, depth - 1);
  } catch (error) {
    if (error instanceof Unreadable) return [];
    throw error;
  }
}

function topFields(recording: unknown): string {
  if (typeof recording !== "object" || recording === null)
    return JSON.stringify(recording).slice(0, 60);
  if (Array.isArray(recording)) return `[${recording.length}]`;
  const names = Object.keys(recording);
  const listed = names.slice(0, 8).map((name) => name.slice(0, 40).replace(/\s+/g, " "));
  return names.length === 0
    ? "{}"
    : listed.join(", ") + (names.length > listed.length ? ", …" : "");
}
