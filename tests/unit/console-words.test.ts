import { ENGLISH } from "../../console/src/language/english";
import { RUSSIAN } from "../../console/src/language/russian";

/** What a person reads: functions are called with the arguments that they get on the screen. */
function textsOf(words: unknown, path = ""): [string, string][] {
  if (typeof words === "string") return [[path, words]];
  if (typeof words === "function")
    return [[path, String((words as (...args: string[]) => unknown)("1", "2", "3"))]];
  if (words === null || typeof words !== "object") return [];
  return Object.entries(words).flatMap(([name, value]) => textsOf(value, `${path}.${name}`));
}

/** Names from the API and from programs, which the staff at a till should not have to read. */
const FORBIDDEN =
  /\b(force|mutation|query|subscription|boolean|FAILED|NONE|idempotency\w*|[a-z]+[A-Z][A-Za-z]+|[A-Z]{2,}_[A-Z_]+)\b|1 by default|[0-9a-f]{8}-[0-9a-f]{4}-/;
/** The names of the product, of iiko and of its programs. */
const NAMES = /\b(iikoOffice|iikoFront|iikoCard|iikoWeb|GraphiQL|GraphQL)\b/g;

const DICTIONARIES = [
  ["Russian", RUSSIAN, ENGLISH],
  ["English", ENGLISH, RUSSIAN],
] as const;

describe.each(DICTIONARIES)("the words of the console in %s", (_, words, others) => {
  const texts = textsOf(words);

  it("contain no names from the API", () => {
    const wrong = texts.filter(([, text]) => FORBIDDEN.test(text.replace(NAMES, "")));
    expect(wrong).toEqual([]);
  });

  it("are never empty, and cover everything that the other language says", () => {
    expect(texts.filter(([, text]) => text.trim() === "")).toEqual([]);
    const paths = (all: [string, string][]) => all.map(([path]) => path).sort();
    expect(paths(texts)).toEqual(paths(textsOf(others)));
  });
});

describe("iiko in Russian", () => {
  it("is feminine", () => {
    const texts = textsOf(RUSSIAN).filter(([, text]) =>
      /iiko (не )?(ответил|отказал|принял|прислал|сказал|получил|решил|знал)(?!а|и)/i.test(text),
    );
    expect(texts).toEqual([]);
  });
});
