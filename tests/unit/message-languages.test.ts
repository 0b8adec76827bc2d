import { fallbackWords } from "../../src/services/fallback/fallback-words";
import { linkPageWords } from "../../src/webhooks/link-page-words";

type Words = Readonly<Record<string, unknown>>;

const TOPICS: readonly [topic: string, ru: Words, en: Words][] = [
  ["staff messages", wordsOf(fallbackWords.ru), wordsOf(fallbackWords.en)],
  ["the pages behind their links", wordsOf(linkPageWords.ru), wordsOf(linkPageWords.en)],
];

function wordsOf(words: object): Words {
  return words as unknown as Words;
}

/** Keys, with those of nested texts joined by a point. */
function keysOf(words: Words): string[] {
  return Object.entries(words).flatMap(([key, text]) =>
    typeof text === "object" && text !== null
      ? keysOf(wordsOf(text)).map((nested) => `${key}.${nested}`)
      : [key],
  );
}

/** The arguments that a text shows: each is passed as a unique number. */
function placeholdersOf(text: (...given: unknown[]) => string): number[] {
  const marks = [71_001, 71_002, 71_003].map((mark) => [mark, [mark]]);
  const given = marks.map(([mark]) => mark);
  const shown =
    tryWith(text, given) ??
    tryWith(
      text,
      marks.map(([, list]) => list),
    ) ??
    "";
  return marks.flatMap(([mark], index) => (shown.includes(String(mark)) ? [index] : []));
}

function tryWith(text: (...given: unknown[]) => string, given: unknown[]): string | undefined {
  try {
    return text(...given);
  } catch {
    return undefined;
  }
}

describe.each(TOPICS)("The texts of %s", (_, ru, en) => {
  it("exist in both Russian and English", () => {
    expect(keysOf(ru)).toEqual(keysOf(en));
  });

  it("show the same values in both languages", () => {
    const texts = Object.entries(ru).filter(([, text]) => typeof text === "function");
    for (const [key, text] of texts) {
      const inRussian = placeholdersOf(text as () => string);
      expect({ key, shows: placeholdersOf(en[key] as () => string) }).toEqual({
        key,
        shows: inRussian,
      });
      expect(inRussian).not.toEqual([]);
    }
  });

  it("are never empty, and never in the other language", () => {
    const plain = (words: Words) => Object.values(words).filter((text) => typeof text === "string");
    expect(plain(ru).filter((text) => !/[а-яё]/iu.test(text))).toEqual([]);
    expect(plain(en).filter((text) => text === "" || /[а-яё]/iu.test(text))).toEqual([]);
  });
});
