const LATIN: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ё: "e",
  ж: "zh",
  з: "z",
  и: "i",
  й: "y",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
};

const MAX_LENGTH = 60;

/**
 * Turns a name into part of a URL: «Горячие блюда» becomes goryachie-blyuda. A name without a
 * letter or digit becomes "section".
 */
export function slugOf(name: string): string {
  // Cyrillic first, because removing accents would turn й into и.
  const latin = name.toLowerCase().replace(/[а-яё]/g, (letter) => LATIN[letter] ?? "");
  const plain = latin.normalize("NFKD").replace(/\p{Mark}/gu, "");
  const slug = plain.replace(/[^a-z0-9]+/g, "-").slice(0, MAX_LENGTH);
  return slug.replace(/^-+|(?<!-)-+$/g, "") || "section";
}

/** The slug of `name`, numbered if it is taken: rolly, rolly-2, rolly-3. */
export function freeSlug(name: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(name);
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}
