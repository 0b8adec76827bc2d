import { localeOf } from "../../src/domain/texts/locale";

describe("the language of an answer", () => {
  it.each([
    ["ru", "ru"],
    ["ru-RU,ru;q=0.9,en;q=0.8", "ru"],
    ["en-GB", "en"],
    ["de, ru;q=0.7, en;q=0.3", "ru"],
    ["RU", "ru"],
    ["de-DE,fr;q=0.5", "en"],
    ["*", "en"],
    ["", "en"],
    [undefined, "en"],
  ])("for %j is %s", (header, locale) => {
    expect(localeOf(header)).toBe(locale);
  });
});
