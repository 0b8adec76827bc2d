import { createDataSource } from "../../ormconfig";
import { GatewayClient } from "../support/gateway-client";
import { Storefront } from "../support/storefront";
import { WholeGateway } from "../support/whole-gateway";

const CREATE = `mutation Create($input: CreateOrderInput!) { createOrder(input: $input) {
  replayed order { id } userErrors { code field message }
} }`;

interface Created {
  readonly createOrder: {
    readonly replayed: boolean;
    readonly order: { readonly id: string } | null;
    readonly userErrors: readonly {
      readonly code: string;
      readonly field: string[];
      readonly message: string;
    }[];
  };
}

let gateway: WholeGateway;
let client: GatewayClient;
let shop: Storefront;

beforeAll(async () => {
  gateway = await WholeGateway.start();
  client = new GatewayClient(gateway.url);
  shop = await Storefront.of(client);
});

afterAll(async () => {
  await client.close();
  await gateway.stop();
});

/** What no API exposes. */
async function rows<Row>(statement: string, id: string | undefined): Promise<Row[]> {
  const db = await createDataSource(gateway.databaseUrl).initialize();
  try {
    return await db.query<Row[]>(statement, [id]);
  } finally {
    await db.destroy();
  }
}

const asAdmin = <T>(query: string, variables: object) =>
  client.ask<T>(query, variables, gateway.adminKey);
const create = async (input: object) => (await client.ask<Created>(CREATE, { input })).createOrder;
const withPhone = (phone: string) => shop.input({ customer: { name: "Тест Гость", phone } });

describe("an order with pasted text", () => {
  it("reaches the restaurant as plain text, and is the same order however it is repeated", async () => {
    const plain = (await shop.input()) as { lines: { article: string }[] };
    const [line] = plain.lines;
    const input = {
      ...plain,
      customer: { name: "\u202aТест\u00a0Гость\u202c", phone: "\u202d8 (900) 123‑45‑67\u202c" },
      address: {
        street: "\ufeffТестовая",
        house: "１２–А",
        flat: "\u200b12",
        comment: "Дом\u00adофон не работает",
      },
      lines: [
        {
          ...line,
          article: `\u2066${line?.article ?? ""}\u2069`,
          quantity: 2,
          comment: "без\u00a0лука\u200e",
        },
      ],
      comment: "\u200f Спасибо \u3000",
    };
    const { order } = await create(input);
    const [stored] = await rows<{ address: object }>(
      "select * from orders where id = $1",
      order?.id,
    );
    expect(stored).toMatchObject({
      customer_name: "Тест Гость",
      customer_phone: "+79001234567",
      address: { street: "Тестовая", house: "12-А", flat: "12", comment: "Домофон не работает" },
      comment: "Спасибо",
    });
    expect(await rows("select * from order_lines where order_id = $1", order?.id)).toMatchObject([
      { article: line?.article, comment: "без лука" },
    ]);
    const again = {
      ...input,
      customer: { name: "Тест Гость", phone: "+7 8 900 123-45-67" },
      lines: [{ ...line, quantity: "2,0", comment: "без лука" }],
    };
    expect(await create(again)).toMatchObject({ replayed: true, order: { id: order?.id } });
  });

  it.each([
    ["+7 900 123-45-6", "не хватает цифр"],
    ["+7 495 123-45-67 доб. 12", "без добавочного"],
    ["8 900 123-45-67, 8 900 765-43-21", "один номер"],
    ["123-45-67", "кодом города"],
  ])("is refused with the phone %s, and says why", async (phone, why) => {
    const response = await gateway.post(
      { query: CREATE, variables: { input: await withPhone(phone) } },
      { "accept-language": "ru" },
    );
    const { data } = (await response.json()) as { data: Created };
    const [error] = data.createOrder.userErrors;
    expect(error).toMatchObject({ code: "PHONE_INVALID", field: ["input", "customer", "phone"] });
    expect(error?.message).toContain(why);
    expect(data.createOrder.order).toBeNull();
  });

  it("is found by its phone in any spelling, even if it was stored when digits were only counted", async () => {
    const { order } = await create(await withPhone("+7 912 000-11-22"));
    await rows("update orders set customer_phone = '+789120001122' where id = $1", order?.id);
    const find = (phone: string) =>
      asAdmin<{ orders: { nodes: { id: string }[] } }>(
        "query Find($phone: String!) { orders(filter: { phone: $phone }) { nodes { id } } }",
        { phone },
      );
    for (const phone of [
      "8 912 000-11-22",
      "+7 8 912 000 11 22",
      "\u202d9120001122\u202c",
      "0001122",
    ]) {
      expect((await find(phone)).orders.nodes).toEqual([{ id: order?.id }]);
    }
    const token = await gateway.customerToken("+7 912 000-11-22");
    const own = await client.ask<{ order: { id: string } }>(
      "query($id: ID!) { order(id: $id) { id } }",
      order ?? {},
      token,
    );
    expect(own.order).toEqual({ id: order?.id });
  });
});

describe("a promotion's code", () => {
  it("is accepted however it is typed", async () => {
    const input = {
      name: "Field",
      kind: "PERCENT",
      percent: 10,
      branchIds: [shop.branchId],
      fulfilments: ["DELIVERY"],
      codes: ["FIELD-10"],
    };
    await asAdmin(
      "mutation P($input: CreatePromotionInput!) { createPromotion(input: $input) { userErrors { code } } }",
      {
        input,
      },
    );
    const quote = `mutation Q($input: QuoteInput!) { quoteOrder(input: $input) {
      quote { appliedPromotions { code } } userErrors { code }
    } }`;
    const { branchId, fulfilment, lines } = (await shop.input()) as Record<string, unknown>;
    for (const code of [
      "field–10",
      "\u202dFIELD-10\u202c",
      "«FIELD−１０».",
      "FIELD\u00a0-\u200b10",
    ]) {
      const wanted = { branchId, fulfilment, lines, promoCodes: [code] };
      const { quoteOrder } = await client.ask<{ quoteOrder: object }>(quote, { input: wanted });
      expect(quoteOrder).toEqual({
        quote: { appliedPromotions: [{ code: "FIELD-10" }] },
        userErrors: [],
      });
    }
  });
});
