import { beginning } from "../../../../domain/texts/cut-text";

const LONGEST_NAME = 500;
export const LONGEST_DESCRIPTION = 10_000;

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  bull: "•",
  copy: "©",
  deg: "°",
  euro: "€",
  frac12: "½",
  gt: ">",
  hellip: "…",
  laquo: "«",
  ldquo: "“",
  lsquo: "‘",
  lt: "<",
  mdash: "—",
  middot: "·",
  nbsp: " ",
  ndash: "–",
  quot: '"',
  raquo: "»",
  rdquo: "”",
  reg: "®",
  rsquo: "’",
  shy: "",
  times: "×",
  trade: "™",
};

/**
 * How many times the limit to read: tags and entities take up room, and every option may ask for a
 * name.
 */
const ROOM_FOR_TAGS = 10;

const ENTITY = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z][a-zA-Z\d]{1,7}));/g;
const INVISIBLE = /<!--[^<]*-->|<(script|style)\b[^<>]*>[^<]*<\/\1\s*>/gi;
const INLINE_TAG =
  /<\/?(?:a|b|big|em|font|i|mark|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?\/?>/gi;
const TAG = /<[/!]?[a-z][^<>]*>/gi;
/** Includes control characters and lone surrogates, because PostgreSQL stores neither. */
const BLANKS = /[\s\p{Cc}\p{Cs}\u200B\u2060]+/gu;
/**
 * Matches everything above that can occur in a text, and a bit more: a text without a match is
 * already plain. Most names are, and a menu has tens of thousands of them.
 */
const SUSPECT =
  /[<&\p{Cc}\p{Cs}\u00a0\u1680\u2000-\u200b\u2028-\u202f\u205f\u2060\u3000\ufeff]| (?: |$)|^ /u;

/**
 * Returns one line of text without tags, entities and stray blanks, cut to `limit`; null when
 * nothing is left.
 */
export function plainText(value: unknown, limit = LONGEST_NAME): string | null {
  if (typeof value !== "string") return null;
  const start = beginning(value, limit * ROOM_FOR_TAGS);
  const text = SUSPECT.test(start) ? cleaned(start) : start;
  return text === "" || text === "null" ? null : beginning(text, limit);
}

/**
 * Tags are removed twice because some menus contain HTML whose tags are themselves written as
 * entities.
 */
function cleaned(text: string): string {
  return withoutTags(decodeEntities(withoutTags(text)))
    .replace(BLANKS, " ")
    .trim();
}

function withoutTags(text: string): string {
  return text.replace(INVISIBLE, " ").replace(INLINE_TAG, "").replace(TAG, " ");
}

function decodeEntities(text: string): string {
  return text.replace(ENTITY, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return NAMED_ENTITIES[name] ?? whole;
    const point = decimal === undefined ? parseInt(hexadecimal ?? "", 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
