import { Severity } from "../../src/domain/catalogue/menu-issue";
import { type MenuSnapshot } from "../../src/domain/catalogue/menu-snapshot";
import { UserErrorCode } from "../../src/domain/errors/user-error-code";
import {
  type CatalogueIssue,
  issuesOfBoth,
  issuesOfPosMenu,
} from "../../src/services/catalogue/pos-menu/catalogue-issues";
import { issueText } from "../../src/services/catalogue/pos-menu/issue-text";
import { aMenuSnapshot, aProduct } from "../support/a-menu-snapshot";

describe("the issues between a POS menu and a catalogue", () => {
  const product = aProduct({ article: "00064", posProductId: "pos-00064", name: "Пицца" });
  const catalogue: MenuSnapshot = aMenuSnapshot([product]);
  const at = "2026-11-23T12:00:00.000Z";
  const menu = { issues: [], drift: { vanished: [], renumbered: [] }, heldBack: null };
  const gone = { posProductId: "pos-00064", article: "00064", name: "Пицца", at };

  const codes = (issues: readonly CatalogueIssue[]) =>
    issues.map(({ code, severity }) => [code, severity]);

  it("report a product of ours whose article the POS menu lacks, with both ids", () => {
    expect(issuesOfBoth(menu, new Set(), catalogue)).toMatchObject([
      {
        code: "ARTICLE_NOT_IN_EXTERNAL_MENU",
        posProducts: [{ posProductId: "pos-00064" }],
        productIds: [product.id],
      },
    ]);
    expect(issuesOfBoth(menu, new Set(["00064"]), catalogue)).toEqual([]);
  });

  it("report a product that vanished (quirk 20b), with a higher severity when we sell it", () => {
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

  it("report an article that changed on the same id (quirk 20b), even if ours is still the old one", () => {
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

  it("report a menu that was held back, and come with the most severe first", () => {
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
  ] as UserErrorCode[])(
    "say what is wrong and what to do about it, in Russian and English: %s",
    (code) => {
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
    },
  );
});
