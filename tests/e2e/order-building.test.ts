import { eventually } from "../support/eventually";
import { RunningGateway } from "../support/running-gateway";
import { type Storefront } from "../support/storefront";

const HALVES = `query ($branchId: ID!) {
  products(branchId: $branchId, first: 100) { nodes { article halfAndHalf sizes { id } optionGroups { options { id } } } }
}`;

interface Halves {
  readonly products: {
    readonly nodes: readonly {
      readonly article: string;
      readonly halfAndHalf: boolean;
      readonly sizes: readonly { readonly id: string }[];
      readonly optionGroups: readonly { readonly options: readonly { readonly id: string }[] }[];
    }[];
  };
}

describe("an order of all sorts", () => {
  let gateway: RunningGateway;
  let storefront: Storefront;

  beforeAll(async () => {
    gateway = await RunningGateway.start();
    storefront = await gateway.storefront();
  });

  afterAll(() => gateway.stop());

  it("is in the till with halves, comments, change and time, for the money the guest was told", async () => {
    const { branchId } = storefront;
    const { products } = await gateway.client.ask<Halves>(HALVES, { branchId });
    const dish = products.nodes.find(({ halfAndHalf }) => halfAndHalf)!;
    const toppings = dish.optionGroups.flatMap(({ options }) => options).map(({ id }) => [{ article: id }]);
    const line = {
      ...{ article: dish.article, sizeId: dish.sizes[0]!.id, quantity: "2", comment: "Не резать" },
      options: toppings[0],
      secondHalf: { article: dish.article, options: toppings[1] },
    };
    const wantedAt = new Date(Date.now() + 86_400_000).toISOString();
    const payment = { method: "CASH", changeFrom: "5000.00" };
    const order = await storefront.order({ lines: [line], wantedAt, payment, comment: "Домофон не работает" });

    const [inTill] = await eventually(async () => {
      const found = await gateway.sandbox.inTill(order.number);
      return found.length > 0 ? found : undefined;
    });
    expect(inTill).toMatchObject({
      sum: Number(order.total),
      comment: "Домофон не работает. Сдача с 5000.00 ₽",
      items: [
        {
          ...{ type: "Compound", amount: 2, comment: "Не резать" },
          primaryComponent: { modifiers: [{ product: { id: expect.any(String) as string } }] },
          secondaryComponent: { modifiers: [{ product: { id: expect.any(String) as string } }] },
        },
      ],
    });
    expect(inTill!.completeBefore).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/);
  });
});
