import { normaliseMenu } from "../../src/adapters/iiko/menu/menu-detect";
import { plainText } from "../../src/adapters/iiko/menu/reading/menu-text";
import { type PosMenuCategory } from "../../src/domain/catalogue/pos-menu";
import { canonicalJson } from "../../src/ports/pos/canonical-menu";
import { type LighthouseFormat, lighthouseMenu, ORGANIZATION } from "../support/menu-bodies";

const FORMATS: readonly LighthouseFormat[] = ["v2", "v3", "v4", "standalone", "nomenclature"];

/** Every object with its fields sorted by name, whatever fields it has. */
function sorted(_name: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries);
}

describe("the canonical text of a menu", () => {
  it.each(FORMATS)("contains every field of a menu in format %s, sorted by name", (format) => {
    const { categories } = normaliseMenu(lighthouseMenu(format), ORGANIZATION);
    expect(canonicalJson(categories)).toBe(JSON.stringify(categories, sorted));
  });

  it("also sorts an option's prices, which are keyed by id", () => {
    const { categories } = normaliseMenu(lighthouseMenu("v3"), ORGANIZATION);
    const prices = { small: 900, "10": 1, large: 1100, "9": null };
    const priced = JSON.parse(
      JSON.stringify(categories).replaceAll(
        /"priceBySize":\{[^}]*\}/g,
        `"priceBySize":${JSON.stringify(prices)}`,
      ),
    ) as PosMenuCategory[];
    expect(canonicalJson(priced)).toContain('"large":1100,"small":900');
    expect(canonicalJson(priced)).toBe(JSON.stringify(priced, sorted));
  });
});

describe("a plain name", () => {
  it.each([
    ["Суп «Уха» 0,5 л", "Суп «Уха» 0,5 л"],
    ["Суп  с рыбой", "Суп с рыбой"],
    [" Суп", "Суп"],
    ["Суп ", "Суп"],
    ["Суп\u00a0дня", "Суп дня"],
    ["Суп\u200bдня", "Суп дня"],
    ["Суп\ufeff", "Суп"],
    ["Суп\u0085дня", "Суп дня"],
    ["Суп\ud800дня", "Суп дня"],
    ["Суп 😀", "Суп 😀"],
    ["Суп &amp; хлеб", "Суп & хлеб"],
    ["<b>Суп</b>", "Суп"],
    ["2 < 3", "2 < 3"],
  ])("of %j is %j", (text, plain) => expect(plainText(text)).toBe(plain));

  it.each(["", " ", "null", " null "])("of %j is none", (text) =>
    expect(plainText(text)).toBeNull(),
  );
});
