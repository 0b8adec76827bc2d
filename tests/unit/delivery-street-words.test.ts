import {
  soughtWords,
  streetKey,
  streetWords,
  typedBeginnings,
} from "../../src/domain/delivery/street-words";

describe("A street's name", () => {
  it.each([
    ["Ленина ул", "ул. Ленина"],
    ["Ленина ул", "  улица   ЛЕНИНА "],
    ["Королёва ул", "Королева"],
    ["Мало-Московская ул", "ул мало московская"],
    ["Мало-Московская ул", "Мало\u2013Московская"],
    ["Первомайский б-р", "бульвар Первомайский"],
    ["1-я Приволжская ул", "улица Приволжская 1-я"],
    ["Московский проспект", "пр-т Московский"],
  ])("in the form %p also matches %p", (known, written) => {
    expect(streetKey(written)).toBe(streetKey(known));
  });

  it.each([
    ["Ленина ул", "Ленинградская ул"],
    ["1-я Приволжская ул", "2-я Приволжская ул"],
    ["Школьная ул", "Школьный проезд"],
  ])("in the form %p does not match %p", (known, written) => {
    expect(streetKey(written)).not.toBe(streetKey(known));
  });

  it("says what kind of street it is, wherever the kind stands", () => {
    const kinds = ["Ленина пр-т", "проспект Ленина", "Ленина", "ул. Ленина"];
    expect(kinds.map((name) => streetWords(name).kind)).toEqual([
      "проспект",
      "проспект",
      null,
      "улица",
    ]);
  });

  it("is just a kind when there is nothing else", () => {
    expect(streetWords("Проезд")).toEqual({ words: ["проезд"], kind: null });
    expect(soughtWords("Набережная ул")).toContain("набережная");
  });

  it("is found by its kind in any spelling", () => {
    expect(soughtWords("Ленина пр-т").sort()).toEqual(
      ["кт", "ленина", "пр", "просп", "проспект", "т"].sort(),
    );
  });
});

describe("What a guest has typed", () => {
  it("is searched by its longest words, without the kind, up to a number of words", () => {
    expect(typedBeginnings("ул. Больш Окт", 5)).toEqual(["больш", "окт"]);
    expect(typedBeginnings("а бб ввв гггг", 2)).toEqual(["гггг", "ввв"]);
  });

  it.each(["", "  ", "...", "\u200b", "-"])("is not searched at all for %p", (text) => {
    expect(typedBeginnings(text, 5)).toEqual([]);
  });
});
