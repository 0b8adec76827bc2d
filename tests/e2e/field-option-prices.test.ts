import { createClient } from "../../packages/client/src/create-client";
import { type CreateOrderInput } from "../../packages/client/src/operations";
import { RunningGateway } from "../support/running-gateway";

/** The pizza whose crusts have a different price for each size. */
const PIZZA = "00101";
const CRUST = "09112";

const QUOTE = `mutation ($input: QuoteInput!) {
  quoteOrder(input: $input) { quote { subtotal { amount } } }
}`;

interface Quoted {
  readonly quoteOrder: {
    readonly quote: { readonly subtotal: { readonly amount: string } } | null;
  };
}

describe("a storefront that shows what options cost for the chosen size", () => {
  let gateway: RunningGateway;
  let branchId: string;

  beforeAll(async () => {
    gateway = await RunningGateway.start();
    branchId = (await gateway.storefront()).branchId;
  });

  afterAll(() => gateway.stop());

  it("shows for every size what the quote says and the order costs", async () => {
    const client = createClient({ url: `${gateway.gateway.url}/graphql` });
    const [pizza] = (await client.products(branchId, { articles: [PIZZA] })).nodes;
    const option = pizza!.optionGroups
      .flatMap(({ options }) => options)
      .find(({ article }) => article === CRUST)!;
    expect(option.prices.map(({ sizeId }) => sizeId)).toEqual(pizza!.sizes.map(({ id }) => id));
    expect(option.prices.map(({ price }) => price!.amount)).toEqual(["90.00", "120.00", "150.00"]);
    const usual = pizza!.sizes.findIndex(({ isDefault }) => isDefault);
    expect(option.price).toEqual(option.prices[usual]!.price);

    const sums: string[] = [];
    for (const [index, size] of pizza!.sizes.entries()) {
      const lines = [
        { article: PIZZA, sizeId: size.id, quantity: "2", options: [{ article: CRUST }] },
      ];
      const shown = 2 * (Number(size.price!.amount) + Number(option.prices[index]!.price!.amount));
      const input = (await (await gateway.storefront()).input({ lines })) as CreateOrderInput;
      const wanted = { input: { branchId, fulfilment: "DELIVERY", lines } };
      const { quoteOrder } = await (await gateway.storefront()).client.ask<Quoted>(QUOTE, wanted);
      expect(Number(quoteOrder.quote!.subtotal.amount)).toBe(shown);
      const { order, userErrors } = await client.createOrder(input);
      expect(userErrors).toEqual([]);
      sums.push(order!.totals.subtotal.amount);
      expect(Number(sums.at(-1))).toBe(shown);
    }
    expect(new Set(sums).size).toBe(3);
  });
});
