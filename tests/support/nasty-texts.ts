import { createContext, Script } from "node:vm";

/**
 * Longer than any incoming text takes, and far shorter than the minutes that a quadratic pattern
 * takes for a nasty one.
 */
const PATIENCE_MS = 30_000;
const LENGTH = 1_000_000;

/** Fragments with which patterns begin, and begin again. */
const FRAGMENTS = [
  ...["a", "a.", "a@", "a@b.", "+", "ж", " ", "\n", "7", "+7", "+7 (", "79001234567", "-"],
  ...[
    "ey",
    "ey-",
    "eyJ-",
    "eyJaaaaa.",
    "rrk_",
    "Bearer ",
    "x://",
    "x://a:",
    "Login ",
    "Login a is ",
  ],
  ...[
    "<",
    "<a",
    "<!--",
    "<script>",
    "</script",
    "<b ",
    "&",
    "&#1",
    "&nbsp",
    "\\u",
    "\\ud800",
    '"',
    "\\",
  ],
  ...[
    "Payment type ",
    "Entity not found",
    "self-service delivery ",
    "time",
    "/api/1/access_token",
    "v2",
  ],
  ...[" got invalid value ", "«", "a.b.", "Product ", "Did you mean", "Syntax Error: "],
];

/**
 * Each is a million characters of one fragment, or of two alternating ones, without anything that
 * would end a match.
 */
export function nastyTexts(seed = 20_261_130): string[] {
  const random = generator(seed);
  const pick = () => FRAGMENTS[Math.floor(random() * FRAGMENTS.length)]!;
  const pairs = Array.from({ length: 20 }, () => pick() + pick());
  return [...FRAGMENTS, ...pairs].map((fragment) =>
    fragment.repeat(Math.ceil(LENGTH / fragment.length)),
  );
}

const WORK = new Script("work()");
/**
 * One context for all: thousands of texts are tried, and creating a context takes longer than most
 * of them.
 */
const place: { work?: () => unknown } = {};
const context = createContext(place);

/**
 * @throws {Error} when it takes longer than any machine needs if work grows in proportion to the
 *   text
 */
export function toTheEnd<T>(work: () => T, patienceMs = PATIENCE_MS): T {
  place.work = work;
  return WORK.runInContext(context, { timeout: patienceMs }) as T;
}

/** Numbers from 0 to 1, the same for the same seed (Park and Miller). */
function generator(seed: number): () => number {
  let state = seed % 2_147_483_647;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
