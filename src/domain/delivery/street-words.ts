import { folded } from "../texts/typed-text";

/** How kinds of streets are written, the whole word first. */
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

/** A street's name, as it is looked for. */
export interface StreetWords {
  /** Without its kind, unless that is all there is; in the order of the alphabet. */
  readonly words: readonly string[];
  /** Such as «улица»; null: the name does not say. */
  readonly kind: string | null;
}

/** Case, ё and е, hyphens, and how and where its kind is written make no difference. */
export function streetWords(name: string): StreetWords {
  const written = plainWords(name);
  const kinds = written.flatMap((word) => KIND_OF.get(word) ?? []);
  const own = written.filter((word) => !KIND_OF.has(word));
  const [kind = null] = own.length === 0 ? [] : kinds;
  const parts = (own.length === 0 ? kinds : own).flatMap((word) => word.split("-"));
  return { words: [...new Set(parts.filter((part) => part !== ""))].sort(), kind };
}

/** Every beginning of a word that finds the street is the beginning of one of these. */
export function soughtWords(name: string): string[] {
  const { words, kind } = streetWords(name);
  const spellings = kind === null ? [] : (SPELLINGS.get(kind) ?? []);
  return [...new Set([...words, ...spellings.flatMap((word) => word.split("-"))])];
}

/** What words have to begin with so that a street is meant, the longest first. */
export function typedBeginnings(text: string, most: number): string[] {
  const { words } = streetWords(text);
  return [...words].sort((one, other) => other.length - one.length).slice(0, most);
}

/** Equal for two names of one street, its kind aside. */
export function streetKey(name: string): string {
  return streetWords(name).words.join(" ");
}

/** Equal for two names of one city: «г. Ярославль» is «Ярославль». */
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
