import { normaliseMenu } from "../../src/adapters/iiko/menu/menu-detect";
import { type MenuIssue } from "../../src/domain/catalogue/menu-issue";
import { issueText } from "../../src/services/catalogue/pos-menu/issue-text";
import { type Body, ORGANIZATION } from "./menu-bodies";

/** What a menu contains and the gateway does not act on. */
export function issuesOf(body: Body): readonly MenuIssue[] {
  return normaliseMenu(body, ORGANIZATION).unapplied;
}

/** The same in readable form; each has its advice. */
export function told(body: Body): string[] {
  return issuesOf(body).map((issue) => {
    expect(issueText(issue).fix.ru).not.toBe("");
    return `${issue.code}: ${issueText(issue).message.en}`;
  });
}

/** Format 2 uses different names. */
export function menuOfV2(item: Body, category: Body = {}): Body {
  const size = {
    sizeId: null,
    prices: [{ organizationId: ORGANIZATION, price: 100 }],
    isDefault: true,
  };
  const items = [{ itemId: "product", sku: "00100", name: "Уха", itemSizes: [size], ...item }];
  return { itemCategories: [{ id: "section", name: "Супы", items, ...category }] };
}

/**
 * A standalone menu of one dish: what the root contains about it, what its line contains, and its
 * category.
 */
export function standalone(product: Body, changes: Body = {}, group: Body = {}): Body {
  const item = {
    productId: "product",
    itemType: "PRODUCT",
    name: "Уха",
    sizePrices: [{ price: 100, isDefault: true }],
  };
  return {
    products: [{ id: "product", sku: "00100", orderItemType: "Product", ...product }],
    itemsGroups: [{ id: "section", name: "Супы", items: [{ ...item, ...changes }], ...group }],
  };
}
