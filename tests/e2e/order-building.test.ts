import { eventually } from "../support/eventually";
import { RunningGateway } from "../support/running-gateway";
import { ADMIN_KEY } from "../support/settings";
import { type Storefront } from "../support/storefront";

const HALVES = `query ($branchId: ID!) {
  products(branchId: $branchId, search: "половинок") { nodes { article halfAndHalf sizes { id } optionGroups { options { id } } } }
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

const COMBOS = `query ($branchId: ID!) {
  products(branchId: $branchId, search: "ланч") { nodes {
    article name availability { available } priceRange { min { amount } }
    comboGroups { id name choices {
      sizeId price { amount }
      product { article availability { available } optionGroups { min options { id } } }
    } }
  } }
}`;

interface Combos {
  readonly products: {
    readonly nodes: readonly {
      readonly article: string;
      readonly name: string;
      readonly availability: { readonly available: boolean };
      readonly priceRange: { readonly min: { readonly amount: string } };
      readonly comboGroups: readonly {
        readonly id: string;
        readonly name: string;
        readonly choices: readonly {
          readonly sizeId: string;
          readonly price: { readonly amount: string };
          readonly product: {
            readonly article: string;
            readonly availability: { readonly available: boolean };
            readonly optionGroups: readonly {
              readonly min: number;
              readonly options: readonly { readonly id: string }[];
            }[];
          };
        }[];
      }[];
    }[];
  };
}

const REFRESH = `mutation ($branchId: ID!) {
  refreshPosMenu(branchId: $branchId) { userErrors { code } }
}`;

describe("an order with everything", () => {
  let gateway: RunningGateway;
  let storefront: Storefront;

  beforeAll(async () => {
    gateway = await RunningGateway.start();
    storefront = await gateway.storefront();
  });

  afterAll(() => gateway.stop());

  it("is in the till with halves, comments, change and time, for the amount that the guest was told", async () => {
    const { branchId } = storefront;
    const { products } = await gateway.client.ask<Halves>(HALVES, { branchId });
    const [first, second] = products.nodes.filter(({ halfAndHalf }) => halfAndHalf);
    const toppings = first!.optionGroups
      .flatMap(({ options }) => options)
      .map(({ id }) => [{ article: id }]);
    const others = second!.optionGroups
      .flatMap(({ options }) => options)
      .map(({ id }) => [{ article: id }]);
    const line = {
      article: first!.article,
      sizeId: first!.sizes[0]!.id,
      quantity: "2",
      comment: "Не резать",
      options: toppings[0],
      secondHalf: { article: second!.article, options: others[1] },
    };
    const wantedAt = new Date(Date.now() + 86_400_000).toISOString();
    const payment = { method: "CASH", changeFrom: "5000.00" };
    const order = await storefront.order({
      lines: [line],
      wantedAt,
      payment,
      comment: "Домофон не работает",
    });

    const inTill = await tillOrder(gateway, order.number);
    expect(inTill).toMatchObject({
      sum: Number(order.total),
      comment: "«Домофон не работает». Сдача с 5000.00 ₽",
      items: [
        {
          type: "Compound",
          amount: 2,
          comment: "Не резать",
          primaryComponent: { modifiers: [{ product: { id: expect.any(String) as string } }] },
          secondaryComponent: { modifiers: [{ product: { id: expect.any(String) as string } }] },
        },
      ],
    });
    expect(inTill.completeBefore).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/);
  });

  it("has no combo on days when iiko does not sell it", async () => {
    const { branchId } = storefront;
    // The newest format contains no days: they are known where iiko provides the menu in another
    // format.
    const fault = { kind: "status", status: 500 } as const;
    await gateway.sandbox.plan({ path: "/api/menu/v3/by_id", times: 0, fault });
    const combo = async () =>
      (await gateway.client.ask<Combos>(COMBOS, { branchId })).products.nodes.find(
        ({ comboGroups }) => comboGroups.length > 0,
      )!;
    const { article, comboGroups } = await combo();
    const sellUntil = async (to: string, expected: boolean) => {
      const comboDates = [{ article, from: "2020-01-01", to }];
      await gateway.sandbox.send("PUT", "restaurant", { comboDates });
      await gateway.client.ask(REFRESH, { branchId }, ADMIN_KEY);
      await eventually(async () => (await combo()).availability.available === expected);
    };
    const parts = comboGroups.map(({ id, choices: [choice] }) => ({
      groupId: id,
      article: choice!.product.article,
      sizeId: choice!.sizeId,
    }));

    await sellUntil("2020-12-31", false);
    const wish = { lines: [{ article, quantity: "1", combo: parts }] };
    const refused = await storefront.create(await storefront.input(wish));
    expect(refused).toMatchObject({ order: null, userErrors: [{ code: "ITEM_OUTSIDE_HOURS" }] });

    await sellUntil("2199-12-31", true);
    await gateway.sandbox.clearFaults();
  });

  it("is in the till with a combo and its parts, for the amount that the guest was told", async () => {
    await gateway.sandbox.send("PUT", "switches", { checkPrices: true });
    const { products } = await gateway.client.ask<Combos>(COMBOS, {
      branchId: storefront.branchId,
    });
    const combo = products.nodes.find(({ comboGroups }) => comboGroups.length > 0)!;
    expect(combo).toMatchObject({
      availability: { available: true },
      priceRange: { min: { amount: "650.00" } },
    });
    const chosen = combo.comboGroups.map(({ id, choices }) => {
      const { sizeId, price, product } = choices.findLast(
        (choice) => choice.product.availability.available,
      )!;
      const required = product.optionGroups.flatMap(({ min, options }) => options.slice(0, min));
      const options = required.map((option) => ({ article: option.id }));
      return { price, part: { groupId: id, article: product.article, sizeId, options } };
    });
    const price = chosen.reduce((sum, each) => sum + Number(each.price.amount), 0);
    const parts = chosen.map(({ part }) => part);
    const line = {
      article: combo.article,
      quantity: "2",
      combo: parts,
      expectedUnitPrice: price.toFixed(2),
    };
    const order = await storefront.order({ lines: [{ ...line, comment: "Приборы" }] });

    const inTill = await tillOrder(gateway, order.number);
    expect(inTill).toMatchObject({
      sum: Number(order.total),
      combos: [{ name: combo.name, amount: 2, price }],
    });
    const comboId = inTill.combos[0]!.id;
    expect(inTill.items).toMatchObject(
      combo.comboGroups.map(({ id, name }, index) => ({
        amount: 2,
        comment: index === 0 ? "Приборы" : null,
        comboInformation: { comboId, groupId: id, groupName: name },
      })),
    );
  });
});

/**
 * This till refuses anything else. The gateway remembers how an organization wants its orders; for
 * another organization it asks again.
 */
it("reaches a till that wants addresses on one line and no comments on lines", async () => {
  const gateway = await RunningGateway.start();
  try {
    await gateway.sandbox.send("PUT", "switches", {
      addressesInOneLine: true,
      lineComments: false,
    });
    const storefront = await gateway.storefront();
    const { lines } = (await storefront.input()) as { lines: [{ article: string }] };
    const order = await storefront.order({
      lines: [{ ...lines[0], comment: "Не резать" }],
      comment: "Домофон молчит",
    });
    const inTill = await tillOrder(gateway, order.number);
    expect(inTill.items).toMatchObject([{ comment: null }]);
    expect(inTill.comment).toMatch(/^«Домофон молчит\. .+: Не резать»$/);
  } finally {
    await gateway.stop();
  }
});

/** The order as the till has it, once it is there. */
function tillOrder(gateway: RunningGateway, number: string) {
  return eventually(async () => (await gateway.sandbox.inTill(number))[0]);
}
