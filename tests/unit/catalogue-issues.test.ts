import { findMenuIssues } from "../../src/domain/catalogue/find-menu-issues";
import { Severity } from "../../src/domain/catalogue/menu-issue";
import { type MenuSnapshot } from "../../src/domain/catalogue/menu-snapshot";
import { UserErrorCode } from "../../src/domain/faults/user-error-code";
import {
  type CatalogIssue,
  issuesOfBoth,
  issuesOfPosMenu,
} from "../../src/services/catalogue/pos-menu/catalog-issues";
import { issueText } from "../../src/services/catalogue/pos-menu/issue-text";
import {
  aPosCategory,
  aPosGroup,
  aPosItem,
  aPosOption,
  aPosSize,
  aPosCombo,
  aPosComboChoice,
  aPosComboGroup,
} from "../support/a-pos-menu";
import { aMenuSnapshot, aProduct } from "../support/a-menu-snapshot";

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
  ])("tell %s", (_what, items, listedTwice, expected) => {
    expect(found(items, listedTwice)).toEqual(expected);
  });

  it("block the rows they touch and leave the rest alone", () => {
    const issues = findMenuIssues(
      [aPosCategory({ items: [aPosItem({ article: null }), aPosItem()] })],
      new Set(),
    );
    expect(issues).toMatchObject([
      { severity: Severity.ERROR, posProducts: [{ posProductId: "pos-none" }] },
    ]);
  });
});

describe("the issues between a POS menu and a catalogue", () => {
  const product = aProduct({ article: "00064", posProductId: "pos-00064", name: "Пицца" });
  const catalogue: MenuSnapshot = aMenuSnapshot([product]);
  const at = "2026-11-23T12:00:00.000Z";
  const menu = { issues: [], drift: { vanished: [], renumbered: [] }, heldBack: null };
  const gone = { posProductId: "pos-00064", article: "00064", name: "Пицца", at };

  const codes = (issues: readonly CatalogIssue[]) =>
    issues.map(({ code, severity }) => [code, severity]);

  it("tell our product whose article the POS menu has not, with both ids", () => {
    expect(issuesOfBoth(menu, new Set(), catalogue)).toMatchObject([
      {
        code: "ARTICLE_NOT_IN_EXTERNAL_MENU",
        posProducts: [{ posProductId: "pos-00064" }],
        productIds: [product.id],
      },
    ]);
    expect(issuesOfBoth(menu, new Set(["00064"]), catalogue)).toEqual([]);
  });

  it("tell a product that vanished (quirk 20b), more gravely when we sell it", () => {
    const drift = {
      ...menu.drift,
      vanished: [gone, { ...gone, posProductId: "other", article: "7" }],
    };
    const issues = issuesOfPosMenu({ ...menu, drift }, catalogue);
    expect(codes(issues)).toEqual([
      ["PRODUCT_VANISHED", "WARNING"],
      ["PRODUCT_VANISHED", "INFO"],
    ]);
    expect(issues[0]?.productIds).toEqual([product.id]);
  });

  it("tell an article that changed on one id (quirk 20b), though ours is still the old one", () => {
    const drift = { ...menu.drift, renumbered: [{ ...gone, article: "9", before: "00064" }] };
    expect(issuesOfPosMenu({ ...menu, drift }, catalogue)).toMatchObject([
      {
        code: "ARTICLE_CHANGED",
        severity: "WARNING",
        article: "9",
        detail: "00064",
        productIds: [product.id],
      },
    ]);
  });

  it("tell a menu that was held back, and come the gravest first", () => {
    const issue = {
      code: UserErrorCode.ZERO_PRICE,
      severity: Severity.INFO,
      article: "1",
      posProducts: [],
    };
    const issues = [
      issue,
      { ...issue, code: UserErrorCode.ARTICLE_MISSING, severity: Severity.ERROR },
    ];
    const heldBack = {
      source: "NOMENCLATURE" as never,
      contentHash: "",
      productCount: 1,
      lostCount: 9,
      since: at,
    };
    expect(codes(issuesOfPosMenu({ ...menu, issues, heldBack }, catalogue))).toEqual([
      ["ARTICLE_MISSING", "ERROR"],
      ["MENU_HELD_BACK", "WARNING"],
      ["ZERO_PRICE", "INFO"],
    ]);
  });

  it.each([
    ...[
      "DUPLICATE_ARTICLE",
      "PRODUCT_LISTED_TWICE",
      "ARTICLE_MISSING",
      "ARTICLE_NOT_NUMERIC",
      "ARTICLE_OF_SIZE",
    ],
    ...["ARTICLE_NOT_IN_EXTERNAL_MENU", "PRODUCT_VANISHED", "ARTICLE_CHANGED", "ZERO_PRICE"],
    ...["PRICE_IN_REQUIRED_OPTION", "MENU_HELD_BACK"],
  ] as UserErrorCode[])("say what is wrong and what to do, in Russian and English: %s", (code) => {
    const posProducts =
      code === UserErrorCode.MENU_HELD_BACK ? [] : [{ posProductId: "p", name: "Борщ" }];
    const { message, fix } = issueText({
      code,
      severity: Severity.INFO,
      article: "00064",
      posProducts,
      detail: at,
    });
    for (const { ru, en } of [message, fix]) {
      expect(ru).toMatch(/[а-я]/);
      expect(en).toMatch(/[a-z]/);
      expect(ru).not.toBe(en);
    }
    if (posProducts.length > 0)
      expect([message.ru, message.en]).toEqual(Array(2).fill(expect.stringContaining("Борщ")));
  });
});
