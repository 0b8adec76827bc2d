/** A name of iiko's, or whatever else it puts into its texts; none is longer. */
const ANYTHING = "(.{1,300}?)";
/** An id, a type or a number. */
const WORD = "([\\w.-]{1,100})";
/** As in `min = 1, max = 1`. */
const LIST =
  "([\\w.-]{1,100}(?: ?= ?[\\w.-]{1,100})?(?:, [\\w.-]{1,100}(?: ?= ?[\\w.-]{1,100})?){0,9})";

const SIGNS: Readonly<Record<string, string>> = { "…": ANYTHING, "~": WORD, "=…": LIST };

/**
 * The parts that stand where the pattern has `…`, `~` and `=…`; undefined when the text is another
 * one.
 */
export type WholeText = (text: string) => readonly string[] | undefined;

/**
 * Knows one of iiko's texts as a whole, from its first letter to its last, whatever its capitals
 * and its full stop: what a text quotes of guests and menus decides nothing. The work is bounded,
 * however long the text.
 *
 * @param pattern iiko's words; `…` stands for anything, `~` for one word, `=…` for a list of words
 * and equations
 */
export function wholeText(pattern: string): WholeText {
  const source = pattern.replace(
    /=…|…|~|[\\^$.*+?()[\]{}|/-]/g,
    (sign) => SIGNS[sign] ?? `\\${sign}`,
  );
  const whole = new RegExp(`^${source}$`, "is");
  return (text) => whole.exec(text.trim().replace(/[.!]$/, ""))?.slice(1);
}
