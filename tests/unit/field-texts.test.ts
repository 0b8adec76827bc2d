import {
  isPromoCode,
  normalisePromoCode,
  spellingsOf,
} from "../../src/domain/promotions/promotion-terms";
import { decimalFromNumber, decimalFromText } from "../../src/domain/texts/decimal-text";
import { folded, keyOf, placeOf, proseOf } from "../../src/domain/texts/typed-text";
import { searchFor } from "../../src/services/catalogue/menu/search-for";

describe("a search key is the same, however it was typed", () => {
  it.each([
    ["a contact list's marks of direction", "\u202d00101\u202c", "00101"],
    ["isolates of a messenger", "\u206600101\u2069", "00101"],
    ["marks of a right-to-left keyboard", "\u200f001\u200e01\u061c", "00101"],
    ["zero widths of a web page", "00\u200b1\u200c0\u200d1\u2060", "00101"],
    ["a byte order mark and a soft hyphen", "\ufeff00\u00ad101", "00101"],
    ["fillers that count as letters", "\u316400101\uffa0\u115f", "00101"],
    ["signs that only choose a look", "00101\ufe0f", "00101"],
    ["a keyboard of full width", "００１０１", "00101"],
    ["Arabic, Persian and Indian digits", "٠۰१0१", "00101"],
    ["bold digits of a messenger", "𝟎𝟎𝟏𝟎𝟏", "00101"],
    ["blanks of any width", "\u00a0A\u2009\u202f\u3000B\u2003", "A B"],
    ["a line break of a table's cell", "A\r\n\tB", "A B"],
    ["the dashes of documents", "a–b—c‑d−e‐f﹣g－h⁃i", "a-b-c-d-e-f-g-h-i"],
    ["quotes of documents", "«x» “y” ‘z’", '"x" "y" \'z\''],
    ["letters that were composed of marks", "И\u0306од", "Йод"],
  ])("from %s", (_, typed, text) => {
    expect(keyOf(typed)).toBe(text);
    expect(keyOf(keyOf(typed))).toBe(text);
  });
});

describe("text for human readers", () => {
  it.each([
    ["a name from a contact list", "\u202aАнна\u202c\u00a0Ким\u200b", "Анна Ким"],
    ["a name with a zero width joiner", "Ан\u200dна", "Анна"],
    ["a name of loose marks", "Андре\u0438\u0306", "Андрей"],
    ["digits of a full-width keyboard", "Ｉｖａｎ１", "Ivan1"],
    ["a word with soft hyphens", "Пере\u00adулок", "Переулок"],
  ])("is cleaned: %s", (_, typed, text) => {
    expect(proseOf(typed)).toBe(text);
  });

  it("keeps what was meant: emoji of several signs, dashes, quotes, line breaks and other scripts", () => {
    const meant = "👨‍👩‍👧 ❤️ 🏳️‍🌈 5️⃣\nдом — «Рога»\nمی‌خواهم";
    expect(proseOf(meant)).toBe(meant);
  });

  it("spells a house number as the POS does", () => {
    expect([" 12–А ", "５−２", "1\u00a0к\u20112"].map(placeOf)).toEqual(["12-А", "5-2", "1 к-2"]);
  });
});

describe("a promo code", () => {
  it.each([
    ["PIZZA–10", "PIZZA-10"],
    ["pizza − 10", "PIZZA-10"],
    ["«ПИЦЦА-10».", "ПИЦЦА-10"],
    ["\u202dPIZZA-10\u202c", "PIZZA-10"],
    ["PIZZA‑１０,", "PIZZA-10"],
    ["“PIZZA-10”!", "PIZZA-10"],
    ["PIZZA-١٠", "PIZZA-10"],
  ])("typed as %j is %s", (typed, code) => {
    expect(normalisePromoCode(typed)).toBe(code);
    expect(isPromoCode(normalisePromoCode(typed))).toBe(true);
  });

  it("is the same in look-alike letters of another alphabet", () => {
    expect(spellingsOf(normalisePromoCode("ЅАLЕ"))).toContain("SALE");
  });
});

describe("a number", () => {
  it.each([
    ["449,90", "449.90"],
    ["1 995,00", "1995.00"],
    ["1\u00a0995", "1995"],
    ["1\u202f995.50", "1995.50"],
    ["1’995.00", "1995.00"],
    ["1,995.00", "1995.00"],
    ["1.995,00", "1995.00"],
    ["1,995", "1.995"],
    ["−5", "-5"],
    ["+3", "3"],
    ["４４９．９０", "449.90"],
    ["٤٤٩٫٩", "449.9"],
    ["449.", "449"],
    [",5", "0.5"],
    ["\u202d449.90\u202c", "449.90"],
  ])("written as %j is read as %s", (written, number) => {
    expect(decimalFromText(written)).toBe(number);
  });

  it.each([
    "",
    " ",
    ".",
    "-",
    "1e3",
    "12 34",
    "1,2,3",
    "1.2.3",
    "abc",
    "NaN",
    "0x10",
    "1 2",
    "9".repeat(13),
    "1".repeat(61),
  ])("is not read from %j", (written) => {
    expect(decimalFromText(written)).toBeUndefined();
  });

  it.each([
    [449.9, "449.9"],
    [100, "100"],
    [0.1, "0.1"],
    [1e-7, "0.0000001"],
    [-2.5, "-2.5"],
    ["4.5e2", "450"],
    ["12e-1", "1.2"],
    [123456789012.25, "123456789012.25"],
  ])("%j is converted exactly", (number, text) => {
    expect(decimalFromNumber(number)).toBe(text);
  });

  it.each([NaN, Infinity, 1e12, 2 ** 53, 0.1 + 0.2, 1e-13])(
    "%p cannot be converted exactly",
    (number) => {
      expect(decimalFromNumber(number)).toBeUndefined();
    },
  );
});

describe("a search", () => {
  it.each([
    ["Пицца\u00a0Мар\u00adгарита", "маргарита пицца"],
    ["Кока–кола", "кока-кола"],
    ["Йогурт", "и\u0306огурт"],
    ["Чай №5", "№５"],
    ["Ёлочка", "\u202dелочка\u202c"],
    ["Сет “Филадельфия”", "«филадельфия»"],
  ])("finds %j by %j", (name, search) => {
    expect(searchFor(search)(folded(name))).toBe(true);
  });
});
