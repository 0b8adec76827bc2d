import { folded } from "../texts/typed-text";

/** Spellings of the kinds of streets, the full word first. */
const KINDS: readonly (readonly string[])[] = [
  ["улица", "ул"],
  ["проспект", "пр-т", "пр-кт", "просп"],
  ["переулок", "пер"],
  ["площадь", "пл"],
  ["бульвар", "б-р", "бул"],
  ["шоссе", "ш"],
  ["набережная", "наб"],
  ["проезд", "пр-д"],
  ["тупик", "туп"],
  ["аллея", "ал"],
  ["микрорайон", "мкр", "мкр-н"],
  ["поселок", "пос", "пгт"],
  ["деревня", "дер"],
];

const KIND_OF = new Map(
  KINDS.flatMap(([whole = "", ...short]) =>
    [whole, ...short].map((word) => [word, whole] as const),
  ),
);
const SPELLINGS = new Map(KINDS.map((words) => [words[0] ?? "", words]));

/** A street's name, prepared for searching. */
export interface StreetWords {
  /** Without its kind, unless there is nothing else; in alphabetical order. */
  readonly words: readonly string[];
  /** Such as «улица»; null: the name does not say. */
  readonly kind: string | null;
}

/** Case, ё and е, hyphens, and the spelling and position of its kind make no difference. */
export function streetWords(name: string): StreetWords {
  const written = plainWords(name);
  const kinds = written.flatMap((word) => KIND_OF.get(word) ?? []);
  const own = written.filter((word) => !KIND_OF.has(word));
  const [kind = null] = own.length === 0 ? [] : kinds;
  const parts = (own.length === 0 ? kinds : own).flatMap((word) => word.split("-"));
  return { words: [...new Set(parts.filter((part) => part !== ""))].sort(), kind };
}

/** Returns the words of which any prefix finds the street. */
export function soughtWords(name: string): string[] {
  const { words, kind } = streetWords(name);
  const spellings = kind === null ? [] : (SPELLINGS.get(kind) ?? []);
  return [...new Set([...words, ...spellings.flatMap((word) => word.split("-"))])];
}

/** Returns the prefixes that a street's words must have to match, the longest first. */
export function typedBeginnings(text: string, most: number): string[] {
  const { words } = streetWords(text);
  return [...words].sort((one, other) => other.length - one.length).slice(0, most);
}

/** Equal for two names of one street, apart from its kind. */
export function streetKey(name: string): string {
  return streetWords(name).words.join(" ");
}

/** Equal for two names of one city: «г. Ярославль» equals «Ярославль». */
export function cityKey(name: string): string {
  return streetKey(name)
    .replace(/(^| )(г|гор|город)(?= |$)/g, "")
    .trim();
}

function plainWords(text: string): string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => word !== "");
}
