import { createContext, Script } from "node:vm";

/**
 * Longer than any text that comes in, and far shorter than the minutes that a quadratic pattern
 * takes for a nasty one.
 */
const PATIENCE_MS = 30_000;
const LENGTH = 1_000_000;

/** What patterns begin with, and begin with again. */
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
 * Each a million characters of one fragment, or of two in turn, and nothing that would end a match.
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
/** One for all: thousands of texts are tried, and a context takes longer to make than most of them. */
const place: { work?: () => unknown } = {};
const context = createContext(place);

/** @throws {Error} it takes longer than any machine needs where work grows as the text does */
export function toTheEnd<T>(work: () => T, patienceMs = PATIENCE_MS): T {
  place.work = work;
  return WORK.runInContext(context, { timeout: patienceMs }) as T;
}

/** Numbers from 0 to 1, the same for the same seed (Park and Miller). */
function generator(seed: number): () => number {
  let state = seed % 2_147_483_647;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
