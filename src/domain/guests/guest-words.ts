import { isUuid } from "../ids";
import { type Address } from "../ticket/order-ticket";

/** What guests said about themselves, grouped by how much of it identifies them. */
export interface GuestWordsGiven {
  /** In any spelling. */
  readonly phones?: readonly (string | null | undefined)[];
  /** Names and places: each of their words reveals something. */
  readonly names?: readonly (string | null | undefined)[];
  /** Comments: as a whole, and line by line. */
  readonly texts?: readonly (string | null | undefined)[];
  /**
   * Comments by the guest alone: in these, also anything that contains digits, such as a door code.
   */
  readonly ownTexts?: readonly (string | null | undefined)[];
}

const HIDDEN = "***";
/** Shorter words are part of too many others. */
const SHORTEST = 3;
/** Limit for one order; words beyond it are only hidden as part of the whole. */
const MOST_WORDS = 200;
const PHONE_DIGITS = 10;
/** Longer texts are searched for in pieces. */
const LONGEST = 200;
/** Regular expressions have their own limit. */
const LONGEST_PATTERN = 2_000;

/** Words that occur in addresses everywhere. */
const COMMON = new Set(
  `улица улицы проспект переулок площадь бульвар шоссе набережная проезд микрорайон квартал область район город дом
  корпус строение квартира подъезд этаж street avenue road lane square house building flat entrance floor city`.split(
    /\s+/,
  ),
);

/**
 * Removes a guest's own words from third-party texts: a POS quotes in its errors what it was sent.
 * Never throws, whatever the words are.
 */
export class GuestWords {
  /**
   * For a first scan of many texts: regular expressions of phones, and all other words as given.
   */
  readonly phones: readonly string[];
  readonly literal: readonly string[];
  private readonly digits: readonly string[];
  private compiled: readonly RegExp[] | undefined;

  constructor({ phones = [], names = [], texts = [], ownTexts = [] }: GuestWordsGiven) {
    this.digits = said(phones).flatMap((phone) => {
      const all = phone.replace(/\D/g, "");
      return all.length >= 7 ? [all.slice(-PHONE_DIGITS)] : [];
    });
    const words = new Set([
      ...said(names).flatMap((name) => [
        name,
        ...wordsOf(name).filter((word) => !COMMON.has(word.toLowerCase())),
      ]),
      ...said([...texts, ...ownTexts]).flatMap((text) => [text, ...text.split(/[\r\n]+/)]),
      ...said(ownTexts).flatMap((text) => wordsOf(text).filter((word) => /\d/.test(word))),
    ]);
    const pieces = [...words].flatMap(piecesOf).map((word) => word.trim());
    const chosen = pieces.filter((word) => word.length >= SHORTEST);
    // The longest first: replacing a part must not leave the rest of the whole behind.
    this.literal = chosen.sort((one, other) => other.length - one.length).slice(0, MOST_WORDS);
    this.phones = [...new Set(this.digits)].map(phonePattern);
  }

  /**
   * Returns whether a JSON value is worth a closer look: for an accepted order nothing is quoted,
   * and compiling is expensive.
   */
  mayBeIn(value: unknown): boolean {
    const text = ((JSON.stringify(value) as string | undefined) ?? "").toLowerCase();
    const digits = text.replace(/[ ().-]/g, "");
    const isQuoted = (word: string) =>
      /["\\\p{Cc}]/u.test(word) || text.includes(word.toLowerCase());
    return this.digits.some((phone) => digits.includes(phone)) || this.literal.some(isQuoted);
  }

  /** Returns the text with *** in place of each of the words. */
  hide(text: string): string {
    return this.patterns().reduce((rest, pattern) => rest.replace(pattern, HIDDEN), text);
  }

  /** Most answers of a POS quote nobody, so nothing is compiled until it is needed. */
  private patterns(): readonly RegExp[] {
    this.compiled ??= joined([...this.phones, ...this.literal.map(wordPattern)]);
    return this.compiled;
  }

  /** The same for every text in a JSON value; its field names are kept. */
  hideIn(value: unknown): unknown {
    // The digits of an id are not a house or door number.
    if (typeof value === "string") return isUuid(value) ? value : this.hide(value);
    if (Array.isArray(value)) return value.map((entry) => this.hideIn(entry));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, entry]) => [name, this.hideIn(entry)]),
    );
  }
}

/** The words in an order that come from its guest. */
interface Worded {
  readonly customerName: string;
  readonly customerPhone: string;
  readonly address: Address | null;
  readonly comment: string | null;
}

/** Returns the guest's words in an order. @param lineComments if available */
export function wordsOfOrder(
  order: Worded,
  lineComments: readonly (string | null)[] = [],
): GuestWords {
  const { customerName, customerPhone, address, comment } = order;
  const { street, city, house, building, flat, entrance, floor, doorphone } = address ?? {};
  return new GuestWords({
    phones: [customerPhone],
    names: [customerName, street, city, house, building, flat, entrance, floor, doorphone],
    ownTexts: [comment, address?.comment, ...lineComments],
  });
}

function said(texts: readonly (string | null | undefined)[]): string[] {
  return texts.flatMap((text) => (text ? [text] : []));
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u);
}

function piecesOf(text: string): string[] {
  const characters = text.length > LONGEST ? Array.from(text) : [];
  const pieces: string[] = [];
  for (let at = 0; at < characters.length; at += LONGEST)
    pieces.push(characters.slice(at, at + LONGEST).join(""));
  return pieces.length > 0 ? pieces : [text];
}

/** Returns as few regular expressions as can hold all the parts. */
function joined(parts: readonly string[]): RegExp[] {
  const groups: string[] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (last === undefined || last.length + part.length > LONGEST_PATTERN) groups.push(part);
    else groups[groups.length - 1] = `${last}|${part}`;
  }
  return groups.map((group) => new RegExp(group, "giu"));
}

/** Matches the last digits, however they are grouped, with any country prefix before them. */
function phonePattern(digits: string): string {
  return `(?:\\+?[78][ ().-]{0,3})?${Array.from(digits).join("[ ().-]{0,3}")}`;
}

/** Only long words match inside longer ones, because names occur in many words. */
function wordPattern(word: string): string {
  const escaped = word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  return word.length > 4 ? escaped : `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`;
}
