import { randomUUID } from "node:crypto";

import { type TicketLine } from "../../src/domain/ticket/order-ticket";
import { aTicketLine } from "../support/an-order-ticket";
import { iikoBody } from "../support/iiko-body";

const ORDER = "2d1f3c8e-3c1b-4b0a-9d52-6b7f6d1f7f10";

const option = {
  posProductId: "6b5fc62a-9448-4c92-a6eb-9fe3b890bb44",
  posGroupId: null,
  name: "Сметана",
  article: "09301",
  quantity: 1000,
  price: 4000,
};

function productLine(line: Partial<TicketLine>) {
  const [item] = iikoBody({ lines: [aTicketLine(line)] }).order.items;
  if (item?.type !== "Product") throw new Error("The line is no product");
  return item;
}

describe("lines", () => {
  it("send money in roubles without rounding artefacts", () => {
    const line = productLine({ unitPrice: 44990, quantity: 1500 });
    expect(JSON.stringify([line.price, line.amount])).toBe("[449.9,1.5]");
  });

  it("name the group of a modifier only when it has one", () => {
    const grouped = {
      ...option,
      posProductId: "m-2",
      posGroupId: "6fe2ae13-950f-46a3-aaa5-8684290faa30",
    };
    const line = productLine({ options: [option, grouped] });
    expect(line.modifiers).toEqual([
      { productId: option.posProductId, amount: 1, price: 40 },
      { productId: "m-2", productGroupId: grouped.posGroupId, amount: 1, price: 40 },
    ]);
  });

  it("merge a modifier that occurs twice, keeping its total cost", () => {
    const options = [{ ...option, price: 0 }, option, { ...option, posGroupId: "g" }];
    const line = productLine({ options });
    expect(line.modifiers).toEqual([
      { productId: option.posProductId, amount: 2, price: 20 },
      { productId: option.posProductId, productGroupId: "g", amount: 1, price: 40 },
    ]);
  });

  it("submit a half-and-half product ordered on its own as a compound with one component", () => {
    const line = aTicketLine({
      compound: true,
      posSizeId: "3b1128e9-003b-4ce8-a55e-4bf741ca1fb0",
      options: [option],
    });
    expect(iikoBody({ lines: [line] }).order.items).toEqual([
      {
        type: "Compound",
        primaryComponent: {
          productId: line.posProductId,
          price: 390,
          modifiers: [{ productId: option.posProductId, amount: 1, price: 40 }],
        },
        amount: 1,
        productSizeId: line.posSizeId,
      },
    ]);
  });

  it("limit comments to 255 characters", () => {
    const line = productLine({ comment: "ш".repeat(300) });
    expect(line.comment).toBe(`${"ш".repeat(254)}…`);
  });
});

describe("halves, combos and price reductions", () => {
  it("submit two halves of one dish, each at half of its price and of its options' prices", () => {
    const half = { posProductId: "p-1", article: "1", name: "А", price: 65000, options: [option] };
    const halves = [half, { ...half, posProductId: "p-2", price: 85000, options: [] }] as const;
    const [item] = iikoBody({ lines: [aTicketLine({ compound: true, halves, unitPrice: 75000 })] })
      .order.items;
    expect(item).toEqual({
      type: "Compound",
      primaryComponent: {
        productId: "p-1",
        price: 325,
        modifiers: [{ productId: option.posProductId, amount: 1, price: 20 }],
      },
      secondaryComponent: { productId: "p-2", price: 425 },
      amount: 1,
    });
  });

  it("link the parts of a combo to it, with its quantity, and put its comment on the first part", () => {
    const soup = {
      posGroupId: "g-1",
      groupName: "Суп",
      posProductId: "p-1",
      posSizeId: null,
      compound: false,
      article: "1",
      name: "Борщ",
      sizeName: null,
      price: 39000,
      options: [option],
    };
    const tea = {
      ...soup,
      posGroupId: "g-2",
      groupName: "",
      posProductId: "p-2",
      posSizeId: "s-2",
      options: [],
    };
    const named = { posProductId: "combo", posSizeId: "size", name: "Ланч", comment: "Горячее" };
    const line = aTicketLine({ ...named, parts: [soup, tea], quantity: 2000, unitPrice: 65000 });
    const { items, combos } = iikoBody({ posOrderId: ORDER, lines: [aTicketLine(), line] }).order;
    const [combo] = combos!;
    expect(combo).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-5/) as string,
      name: "Ланч",
      amount: 2,
      price: 650,
      sourceId: "combo",
      sizeId: "size",
    });
    const tied = { comboId: combo!.id, comboSourceId: "combo" };
    expect(items.slice(1)).toEqual([
      {
        type: "Product",
        productId: "p-1",
        price: 390,
        amount: 2,
        comment: "Горячее",
        modifiers: [{ productId: option.posProductId, amount: 1, price: 40 }],
        comboInformation: { ...tied, comboGroupId: "g-1", comboGroupName: "Суп" },
      },
      {
        type: "Product",
        productId: "p-2",
        productSizeId: "s-2",
        price: 390,
        amount: 2,
        comboInformation: { ...tied, comboGroupId: "g-2" },
      },
    ]);
  });

  it("identify a combo by the same id on every repeat, and by another one in every other order and line", () => {
    const line = aTicketLine({ parts: [] });
    const idsIn = (posOrderId: string) =>
      iikoBody({ posOrderId, lines: [line, line] }).order.combos!.map(({ id }) => id);
    expect(idsIn(ORDER)).toEqual(idsIn(ORDER));
    expect(new Set([...idsIn(ORDER), ...idsIn(randomUUID())]).size).toBe(4);
  });

  it("include the universal discount, a promo code and the delivery fee", () => {
    const { discountsInfo, loyaltyInfo, items } = iikoBody({
      discount: { posDiscountId: "d-1", sum: 5050 },
      promoCode: "ЛЕТО",
      deliveryFee: { posProductId: "f-1", price: 19900 },
    }).order;
    expect(discountsInfo).toEqual({
      discounts: [{ type: "RMS", discountTypeId: "d-1", sum: 50.5 }],
    });
    expect(loyaltyInfo).toEqual({ coupon: "ЛЕТО" });
    expect(items.at(-1)).toEqual({ type: "Product", productId: "f-1", price: 199, amount: 1 });
  });
});
