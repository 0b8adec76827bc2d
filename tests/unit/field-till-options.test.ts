import { toItems } from "../../src/adapters/iiko/orders/map-items";
import { type WantedOption } from "../../src/domain/checkout/option-places";
import { priceBasket } from "../../src/domain/checkout/pricing";
import { aMenuSnapshot, anOption, anOptionGroup, aProduct } from "../support/a-menu-snapshot";
import { anOrderTicket } from "../support/an-order-ticket";

const cheese = (id: string, price: number) =>
  anOption({ article: "501", id, price, name: "Cheese" });
const bacon = anOption({ article: "502", id: "bacon", price: 7_000, name: "Bacon" });
const BASE = anOptionGroup({ id: "g-base", posGroupId: "pos-base", name: "Base", min: 1, max: 1 });
const TOP = anOptionGroup({ id: "g-top", posGroupId: "pos-top", name: "Topping", min: 0, max: 2 });
const MENU = aMenuSnapshot([
  aProduct({
    article: "64",
    optionGroups: [
      { ...TOP, options: [cheese("cheese-top", 5_000), bacon] },
      {
        ...BASE,
        options: [
          cheese("cheese-base", 1_000),
          anOption({ article: "503", id: "ham", name: "Ham" }),
        ],
      },
    ],
  }),
]);

function order(...options: (Partial<WantedOption> & { article: string })[]) {
  const line = {
    article: "64",
    sizeId: null,
    quantity: 1000,
    comment: null,
    expectedUnitPrice: null,
  };
  const wanted = options.map((option) => ({ quantity: 1000, ...option }));
  return priceBasket(MENU, [{ ...line, options: wanted }]);
}

/** What is sent to the till, as `group/price×amount`. */
function sent(...options: (Partial<WantedOption> & { article: string })[]): string[] {
  const { lines, userErrors } = order(...options);
  expect(userErrors).toEqual([]);
  const [item] = toItems(anOrderTicket({ lines }), true);
  return (item?.type === "Product" ? (item.modifiers ?? []) : []).map(
    ({ productGroupId, price, amount }) => `${productGroupId ?? ""}/${price}×${amount}`,
  );
}

describe("an option that belongs to two groups of a dish", () => {
  it("goes where it is required, then where there is room", () => {
    expect(sent({ article: "501" })).toEqual(["pos-base/10×1"]);
    expect(sent({ article: "501" }, { article: "501" })).toEqual(["pos-top/50×1", "pos-base/10×1"]);
    expect(sent({ article: "501", quantity: 3000 })).toEqual(["pos-top/50×2", "pos-base/10×1"]);
    expect(sent({ article: "501" }, { article: "503" })).toEqual(["pos-top/50×1", "pos-base/30×1"]);
    expect(sent({ article: "503" }, { article: "501" })).toEqual(["pos-top/50×1", "pos-base/30×1"]);
  });

  it("goes where the guest says, by the option's own id or the group's", () => {
    const ham = { article: "503" };
    expect(sent({ article: "cheese-base" })).toEqual(["pos-base/10×1"]);
    expect(sent({ article: "cheese-top" }, ham)).toEqual(["pos-top/50×1", "pos-base/30×1"]);
    expect(sent({ article: "501", groupId: "g-base" })).toEqual(["pos-base/10×1"]);
    expect(sent({ article: "501", groupId: "g-top" }, ham)).toEqual([
      "pos-top/50×1",
      "pos-base/30×1",
    ]);
    expect(
      sent({ article: "501", groupId: "g-top" }, { article: "501", groupId: "g-base" }),
    ).toEqual(["pos-top/50×1", "pos-base/10×1"]);
  });

  it("is refused when the named group lacks it or has no room", () => {
    const codes = (...options: Parameters<typeof order>) =>
      order(...options).userErrors.map(({ code }) => code);
    expect(codes({ article: "502", groupId: "g-base" })).toContain("ITEM_NOT_FOUND");
    expect(codes({ article: "501", groupId: "nowhere" })).toContain("ITEM_NOT_FOUND");
    expect(codes({ article: "501", groupId: "g-base", quantity: 2000 })).toEqual([
      "MODIFIER_LIMIT",
    ]);
    expect(codes({ article: "501", quantity: 4000 })).toEqual(["MODIFIER_LIMIT"]);
  });

  it("is shown with the name of its group, and costs what its group says", () => {
    const { lines, subtotal } = order({ article: "501" }, { article: "501" }, { article: "502" });
    expect(lines[0]?.options.map(({ name, price }) => [name, price])).toEqual([
      ["Bacon", 7_000],
      ["Cheese (Topping)", 5_000],
      ["Cheese (Base)", 1_000],
    ]);
    expect(subtotal).toBe(39_000 + 13_000);
  });
});
