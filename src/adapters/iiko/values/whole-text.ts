/** A name, or anything else that iiko puts into its texts; none is longer. */
const ANYTHING = "(.{1,300}?)";
/** An id, a type or a number. */
const WORD = "([\\w.-]{1,100})";
/** For example `min = 1, max = 1`. */
const LIST =
  "([\\w.-]{1,100}(?: ?= ?[\\w.-]{1,100})?(?:, [\\w.-]{1,100}(?: ?= ?[\\w.-]{1,100})?){0,9})";

const SIGNS: Readonly<Record<string, string>> = { "…": ANYTHING, "~": WORD, "=…": LIST };

/**
 * Returns the parts in place of the pattern's `…`, `~` and `=…`; undefined when the text does not
 * match.
 */
export type WholeText = (text: string) => readonly string[] | undefined;

/**
 * Recognises one of iiko's texts as a whole, from the first letter to the last, ignoring case and a
 * final full stop, so that guests' and menus' words quoted in a text decide nothing. The work is
 * bounded, however long the text.
 *
 * @param pattern iiko's words; `…` stands for anything, `~` for one word, `=…` for a list of words
 *   and equations
 */
export function wholeText(pattern: string): WholeText {
  const source = pattern.replace(
    /=…|…|~|[\\^$.*+?()[\]{}|/-]/g,
    (sign) => SIGNS[sign] ?? `\\${sign}`,
  );
  const whole = new RegExp(`^${source}$`, "is");
  return (text) => whole.exec(text.trim().replace(/[.!]$/, ""))?.slice(1);
}
