import { folded } from "../../src/domain/texts/typed-text";
import { searchFor } from "../../src/services/catalogue/menu/search-for";
import { freeSlug, slugOf } from "../../src/services/catalogue/slug";

describe("The slug of a section", () => {
  it.each([
    ["Горячие блюда", "goryachie-blyuda"],
    ["Щи да каша — пища наша!", "shchi-da-kasha-pishcha-nasha"],
    ["Чай и кофе", "chay-i-kofe"],
    ["Ёлки", "elki"],
    ["Объём", "obem"],
    ["Crème brûlée", "creme-brulee"],
    ["  Пицца 30 см ", "pitstsa-30-sm"],
    ["🍕", "section"],
  ])("of %p is %p", (name, slug) => expect(slugOf(name)).toBe(slug));

  it("never ends in a dash, however long the name is", () => {
    expect(slugOf(`${"a".repeat(59)} ${"b".repeat(50)}`)).toBe("a".repeat(59));
  });

  it("is numbered when it is taken", () => {
    expect(freeSlug("Роллы", new Set(["rolly", "rolly-2"]))).toBe("rolly-3");
  });
});

describe("A search", () => {
  it.each([
    ["Тёплый салат", "теплый", true],
    ["Теплый салат", "ТЁПЛЫЙ", true],
    ["Пицца «Маргарита»", " маргар ", true],
    ["Пицца «Четыре сыра»", "сыр пицц", true],
    ["Пицца «Четыре сыра»", "сыр ролл", false],
    ["Пепперони", "ппер", true],
    ["Пицца", "ролл", false],
    ["100% сок", "%", true],
    ["Пицца", "%", false],
    ["Сет «Маяк», острый", "«маяк»,", true],
    ["Крем-суп 0,5 л", "крем-суп 0,5", true],
    ["Крем-суп", "крем суп!", true],
    ["Скидка 10 %", "%", true],
    ["Крем-суп", "%", false],
    ["Чай с мёдом", "че\u0308рный", false],
    ["Чёрный чай", "че\u0308рныи\u0306", true],
  ])("in %p for %p succeeds: %p", (text, search, found) =>
    expect(searchFor(search)(folded(text))).toBe(found),
  );

  it.each([
    ["eight different words", "а б в г д е ж з"],
    ["one word twenty times", "суп ".repeat(20)],
    ["nine spellings of one word", "ёж Ёж ЁЖ еж Еж ЕЖ «ёж» «ёж», еж!"],
  ])("may contain %s", (_what, search) => expect(() => searchFor(search)).not.toThrow());

  it("may not contain nine different words", () => {
    expect(() => searchFor("а б в г д е ж з и")).toThrow("search: at most 8 different words");
  });
});
