import { findMenuIssues } from "../../src/domain/catalogue/find-menu-issues";
import { Severity } from "../../src/domain/catalogue/menu-issue";
import {
  aPosCategory,
  aPosCombo,
  aPosComboChoice,
  aPosComboGroup,
  aPosGroup,
  aPosItem,
  aPosOption,
  aPosSize,
} from "../support/a-pos-menu";

type Items = ReturnType<typeof aPosItem>[];

function found(items: Items, listedTwice: string[] = []) {
  return findMenuIssues([aPosCategory({ items })], new Set(listedTwice)).map(
    ({ code, posProducts }) => [code, ...posProducts.map(({ posProductId }) => posProductId)],
  );
}

const free = aPosSize({ price: 0 });
const priced = aPosGroup({ min: 1, options: [aPosOption({ price: 20_000 })] });

describe("the issues of a POS menu", () => {
  it.each<[string, Items, string[], unknown[]]>([
    ["nothing about a sound product", [aPosItem()], [], []],
    [
      "an article that different products share, once, with both sides (quirk 7)",
      [
        aPosItem({ posProductId: "a" }),
        aPosItem({ article: "1" }),
        aPosItem({ posProductId: "b" }),
      ],
      [],
      [["DUPLICATE_ARTICLE", "a", "b"]],
    ],
    [
      "a product that was listed twice (quirk 7)",
      [aPosItem()],
      ["pos-00064"],
      [["PRODUCT_LISTED_TWICE", "pos-00064"]],
    ],
    [
      "a product without an article",
      [aPosItem({ article: null })],
      [],
      [["ARTICLE_MISSING", "pos-none"]],
    ],
    [
      "an article that is no number",
      [aPosItem({ article: "А-1" })],
      [],
      [["ARTICLE_NOT_NUMERIC", "pos-А-1"]],
    ],
    [
      "an article of 21 digits",
      [aPosItem({ article: "1".repeat(21), posProductId: "long" })],
      [],
      [["ARTICLE_NOT_NUMERIC", "long"]],
    ],
    [
      "nothing about an article of 20 digits with leading zeros (quirk 6)",
      [aPosItem({ article: `00${"7".repeat(18)}` })],
      [],
      [],
    ],
    [
      "sizes with articles of their own (quirk 6)",
      [
        aPosItem({
          sizes: [
            aPosSize({ posSizeId: "s", article: "00064-S" }),
            aPosSize({ posSizeId: "l", article: "00064-большая" }),
          ],
        }),
      ],
      [],
      [["ARTICLE_OF_SIZE", "pos-00064"]],
    ],
    [
      "nothing about a size with its product's article",
      [aPosItem({ sizes: [aPosSize({ article: "00064" })] })],
      [],
      [],
    ],
    ["a price of zero (quirk 9)", [aPosItem({ sizes: [free] })], [], [["ZERO_PRICE", "pos-00064"]]],
    [
      "nothing about a product not sold here (quirk 9)",
      [aPosItem({ sizes: [aPosSize({ price: null })] })],
      [],
      [],
    ],
    [
      "a price that only a required option has (quirk 9)",
      [aPosItem({ sizes: [free], optionGroups: [priced] })],
      [],
      [["PRICE_IN_REQUIRED_OPTION", "pos-00064"]],
    ],
    [
      "a price of zero when the paid options may be left out",
      [aPosItem({ sizes: [free], optionGroups: [{ ...priced, min: 0 }] })],
      [],
      [["ZERO_PRICE", "pos-00064"]],
    ],
    [
      "a price of zero when the required options are given away",
      [aPosItem({ sizes: [free], optionGroups: [{ ...priced, freeAmount: 1 }] })],
      [],
      [["ZERO_PRICE", "pos-00064"]],
    ],
    [
      "no missing article of a combo, which most menu formats leave out",
      [aPosItem({ article: null, combo: true })],
      [],
      [],
    ],
    [
      "no price of zero when the parts of a combo make the price",
      [aPosCombo({ sizes: [free] })],
      [],
      [],
    ],
    [
      "a price of zero when the parts of a combo cost nothing either",
      [
        aPosCombo({
          sizes: [free],
          comboGroups: [aPosComboGroup({ choices: [aPosComboChoice({ price: 0 })] })],
        }),
      ],
      [],
      [["ZERO_PRICE", "pos-30001"]],
    ],
  ])("report %s", (_what, items, listedTwice, expected) => {
    expect(found(items, listedTwice)).toEqual(expected);
  });

  it("block the rows they affect and leave the rest alone", () => {
    const issues = findMenuIssues(
      [aPosCategory({ items: [aPosItem({ article: null }), aPosItem()] })],
      new Set(),
    );
    expect(issues).toMatchObject([
      { severity: Severity.ERROR, posProducts: [{ posProductId: "pos-none" }] },
    ]);
  });
});
