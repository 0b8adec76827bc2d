import { readImageUrls } from "../../src/adapters/iiko/menu/reading/menu-images";
import {
  readAmount,
  readArticle,
  readFlag,
  readId,
  readPrice,
} from "../../src/adapters/iiko/menu/reading/menu-reading";
import { plainText } from "../../src/adapters/iiko/menu/reading/menu-text";

describe("menu prices", () => {
  it.each([
    [19.99, 1999],
    [320.0, 32000],
    [1.005, 101],
    [0.01, 1],
    [0.29, 29],
    [4.35, 435],
    [1_234_567.89, 123_456_789],
    ["449.90", 44990],
    [0, 0],
  ])("are whole kopecks: %j roubles are %j", (roubles, kopecks) => {
    expect(readPrice(roubles)).toBe(kopecks);
  });

  it.each([
    [null],
    [undefined],
    [""],
    ["null"],
    ["free"],
    [-1],
    [NaN],
    [1e300],
    [true],
    [[]],
    [{}],
  ])("are absent for %p", (value) => {
    expect(readPrice(value)).toBeNull();
  });
});

describe("menu articles and ids", () => {
  it.each([["00041"], ["3007022058360283"], ["00700-большая"], [" 7"]])(
    "stay as they are: %j",
    (article) => {
      expect(readArticle(article)).toBe(article);
    },
  );

  it.each([[""], ["  "], ["null"], [null], [undefined], [{}]])("are absent for %p", (value) => {
    expect(readArticle(value)).toBeNull();
    expect(readId(value)).toBeNull();
  });

  it("become text when they are numbers", () => {
    expect([readArticle(41), readId(8235), readArticle(2007022058360283)]).toEqual([
      "41",
      "8235",
      "2007022058360283",
    ]);
  });

  it("are absent for a number whose last digits JSON has lost", () => {
    expect(readArticle(JSON.parse("12345678901234567891"))).toBeNull();
  });

  it("are masked where the database cannot store them, so that no other row is lost", () => {
    expect([readArticle("0\u00001"), readId("a\ud800"), readId("a\udc00b")]).toEqual([
      "0\uFFFD1",
      "a\uFFFD",
      "a\uFFFDb",
    ]);
    expect(readArticle("🍕")).toBe("🍕");
    expect(readImageUrls(["https://x/\ud800\u0000.png"])).toEqual(["https://x/\uFFFD\uFFFD.png"]);
  });
});

describe("menu flags and amounts", () => {
  it("do not treat the text false as true", () => {
    expect([true, "true", "True", "false", "", 1, null].map(readFlag)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it("are read as whole numbers from 0", () => {
    expect([2, "3", 1.7, -4, null, "many"].map((value) => readAmount(value))).toEqual([
      2, 3, 1, 0, 0, 0,
    ]);
  });
});

describe("menu texts", () => {
  it.each([
    ["<p>Наваристый&nbsp;<b>борщ</b></p>", "Наваристый борщ"],
    ["  Блин сезонный ", "Блин сезонный"],
    ["Вкусный\n\n   капучино\r\n", "Вкусный капучино"],
    ["Суп<br/>и&#32;хлеб<BR>", "Суп и хлеб"],
    ["пол<b>уночный</b>", "полуночный"],
    ["Рыба &amp; чипсы &laquo;Маяк&raquo; &#8470;1 &#x2116;2", "Рыба & чипсы «Маяк» №1 №2"],
    ["&lt;p&gt;Дважды&lt;/p&gt; завёрнутый", "Дважды завёрнутый"],
    ["<script>alert(1)</script><!-- тайна -->Суп", "Суп"],
    ["5 < 7, а 7 > 5", "5 < 7, а 7 > 5"],
    ["Торт &unknown; &#9999999;", "Торт &unknown; &#9999999;"],
    ["Чай\u0000\u200Bчёрный\uD800", "Чай чёрный"],
    ["Суши 🍣", "Суши 🍣"],
  ])("become plain: %j", (raw, plain) => {
    expect(plainText(raw)).toBe(plain);
  });

  it.each([[""], [" \n"], ["<p></p>"], ["&nbsp;"], ["null"], [null], [7]])(
    "are absent for %p",
    (raw) => {
      expect(plainText(raw)).toBeNull();
    },
  );
});
