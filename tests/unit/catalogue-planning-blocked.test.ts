import { aPosItem, aPosSize } from "../support/a-pos-menu";
import { plan, SIZED } from "../support/plan-of";

describe("A blocked article", () => {
  it.each([
    [
      "is not in the POS menu",
      "404",
      [aPosItem()],
      "ARTICLE_NOT_IN_EXTERNAL_MENU",
      /нет во внешнем меню/,
    ],
    ["is no number", "A-1", [aPosItem({ article: "A-1" })], "ARTICLE_NOT_NUMERIC", /из цифр/],
    [
      "belongs to a size",
      "00064-S",
      [aPosItem({ sizes: SIZED })],
      "ARTICLE_NOT_IN_EXTERNAL_MENU",
      /артикул размера.*00064/,
    ],
    [
      "belongs to two products",
      "00064",
      [aPosItem(), aPosItem({ posProductId: "pos-twin", name: "Двойник" })],
      "DUPLICATE_ARTICLE",
      /Двойник \[pos-twin\]/,
    ],
    [
      "belongs to a combo of nothing",
      "00064",
      [aPosItem({ combo: true })],
      "INVALID",
      /из чего состоит комбо/,
    ],
    [
      "has an impossible price",
      "00064",
      [aPosItem({ sizes: [aPosSize({ price: -1 })] })],
      "INVALID",
      /невозможны/,
    ],
  ])("says so when it %s", (_, article, items, code, message) => {
    const [change] = plan(items, { articles: [article] });
    expect(change).toMatchObject({ action: "BLOCKED", fields: [], target: null, reason: { code } });
    expect(change!.reason!.message.ru).toMatch(message);
  });

  it("does not affect the others", () => {
    const actions = plan([aPosItem()], { articles: ["404", "00064"] }).map(({ action }) => action);
    expect(actions).toEqual(["BLOCKED", "CREATE"]);
  });

  it("is not one that the POS lists under two categories", () => {
    expect(plan([aPosItem(), aPosItem()])[0]!.action).toBe("CREATE");
  });
});
