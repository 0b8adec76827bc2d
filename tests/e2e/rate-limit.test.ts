import { eventually } from "../support/eventually";
import { WebSocketClient } from "../support/websocket-client";
import { WholeGateway } from "../support/whole-gateway";

const CREATE =
  "mutation ($input: CreateOrderInput!) { createOrder(input: $input) { userErrors { code } } }";
const QUOTE =
  "mutation ($input: QuoteInput!) { quoteOrder(input: $input) { userErrors { code } } }";
const INPUT = {
  idempotencyKey: "limited",
  branchId: "00000000-0000-4000-8000-000000000000",
  fulfilment: "PICKUP",
  lines: [],
  customer: { name: "Guest", phone: "+79005550105" },
  payment: { method: "CASH" },
};

let gateway: WholeGateway;

beforeAll(async () => {
  gateway = await WholeGateway.start({
    publicMutationBurst: 3,
    publicQuoteBurst: 4,
    trustProxy: true,
  });
});

afterAll(() => gateway.stop());

function order(address: string, headers: Record<string, string> = {}): Promise<Response> {
  return gateway.post(
    { query: CREATE, variables: { input: INPUT } },
    { "x-forwarded-for": address, ...headers },
  );
}

async function statuses(
  count: number,
  address: (n: number) => string,
  headers = {},
): Promise<number[]> {
  const found: number[] = [];
  for (let n = 0; n < count; n++) found.push((await order(address(n), headers)).status);
  return found;
}

describe("orders without an API key", () => {
  it("are limited per address, with a typed error that says when to retry", async () => {
    expect(await statuses(4, () => "198.51.100.1")).toEqual([200, 200, 200, 429]);
    const refused = await order("198.51.100.1");
    expect(refused.headers.get("retry-after")).toMatch(/^[1-3]$/);
    expect(await refused.json()).toMatchObject({
      errors: [
        {
          extensions: {
            code: "RATE_LIMITED",
            retryable: true,
            retryAfterSeconds: expect.any(Number) as number,
          },
        },
      ],
    });
    expect(await statuses(1, () => "198.51.100.2")).toEqual([200]);
  });

  it("count a /64 of IPv6 as one address", async () => {
    expect(await statuses(4, (n) => `2001:db8:1:2::${n}`)).toEqual([200, 200, 200, 429]);
    expect((await order("2001:db8:1:3::1")).status).toBe(200);
  });

  it("ignore what a client claims to be behind the proxy", async () => {
    expect(await statuses(4, (n) => `203.0.113.${n}, 198.51.100.3`)).toEqual([200, 200, 200, 429]);
  });

  it("are not held up by quotes, which have their own, looser limit", async () => {
    const quoted = async (): Promise<number> => {
      const variables = { input: { branchId: INPUT.branchId, fulfilment: "PICKUP", lines: [] } };
      const headers = { "x-forwarded-for": "198.51.100.9" };
      return (await gateway.post({ query: QUOTE, variables }, headers)).status;
    };
    const quotes = [await quoted(), await quoted(), await quoted(), await quoted(), await quoted()];
    expect(quotes).toEqual([200, 200, 200, 200, 429]);
    expect(await statuses(4, () => "198.51.100.9")).toEqual([200, 200, 200, 429]);
  });

  it("count each alias separately, and execute nothing of an operation that exceeds the limit", async () => {
    const aliased =
      "mutation ($input: CreateOrderInput!) { a: createOrder(input: $input) { replayed } ...more }";
    const more =
      "fragment more on Mutation { b: createOrder(input: $input) { replayed } c: createOrder(input: $input) { replayed } }";
    const send = () =>
      gateway.post(
        { query: `${aliased} ${more}`, variables: { input: INPUT } },
        { "x-forwarded-for": "198.51.100.4" },
      );
    expect((await send()).status).toBe(200);
    const refused = await send();
    expect(refused.status).toBe(429);
    expect(await refused.json()).not.toHaveProperty("data");
  });

  it("are limited over a socket by an error message, and the socket stays open", async () => {
    const client = await WebSocketClient.open(gateway.webSocketUrl, {
      headers: { "x-forwarded-for": "198.51.100.5" },
    });
    client.send({ type: "connection_init" });
    await client.next(({ type }) => type === "connection_ack");
    for (let n = 1; n <= 4; n++) {
      client.subscribe(String(n), CREATE, { input: INPUT });
      await client.answer(String(n));
    }
    expect(await client.answer("4")).toMatchObject([
      { type: "error", payload: [{ extensions: { code: "RATE_LIMITED" } }] },
    ]);
    client.subscribe("5", "{ __typename }");
    expect(await client.answer("5")).toMatchObject([{ type: "next" }, { type: "complete" }]);
    await client.leave();
  });

  it("leave reads and holders of API keys alone", async () => {
    await statuses(4, () => "198.51.100.6");
    const reading = await gateway.post(
      { query: "{ __typename }" },
      { "x-forwarded-for": "198.51.100.6" },
    );
    expect(reading.status).toBe(200);
    const key = { authorization: `Bearer ${gateway.adminKey}` };
    expect(await statuses(6, () => "198.51.100.6", key)).toEqual([200, 200, 200, 200, 200, 200]);
  });
});

describe("wrong credentials", () => {
  it("lead to RATE_LIMITED, while correct ones from the same address pass", async () => {
    const from = (authorization: string) =>
      gateway.post(
        { query: "{ __typename }" },
        { authorization, "x-forwarded-for": "198.51.100.7" },
      );
    const first = await from("Bearer wrong");
    expect(first.status).toBe(401);
    const rest = await Promise.all(Array.from({ length: 40 }, () => from("Bearer wrong")));
    const refused = rest.find(({ status }) => status === 429);
    expect(refused?.headers.get("retry-after")).toBe("1");
    expect((await from(`Bearer ${gateway.adminKey}`)).status).toBe(200);
  });
});

describe("credentials of an open socket", () => {
  it("close it with 4403 when a customer's token expires", async () => {
    const token = await gateway.customerToken("+79005550106", 8);
    const client = await WebSocketClient.connect(gateway.webSocketUrl, {
      authorization: `Bearer ${token}`,
    });
    client.subscribe("1", "{ __typename }");
    await client.answer("1");
    // Not only at the next check of all credentials, which is half a minute away.
    await eventually(() => client.socket.readyState === client.socket.CLOSED);
    expect(await client.closed).toBe(4403);
  });

  it("close it with 4403 at the next operation once the key is revoked", async () => {
    const { id, secret } = await createKey();
    const client = await WebSocketClient.connect(gateway.webSocketUrl, {
      authorization: `Bearer ${secret}`,
    });
    await gateway.ask(
      `mutation { revokeApiKey(id: "${id}") { userErrors { code } } }`,
      {},
      gateway.adminKey,
    );
    client.subscribe("1", "{ __typename }");
    expect(await client.closed).toBe(4403);
    expect((await gateway.ask("{ __typename }", {}, secret)).codes).toEqual(["UNAUTHENTICATED"]);
    await eventually(() => client.socket.readyState === client.socket.CLOSED);
  });
});

async function createKey(): Promise<{ id: string; secret: string }> {
  const { data } = await gateway.ask<{ createApiKey: { secret: string; apiKey: { id: string } } }>(
    'mutation { createApiKey(input: { label: "brief", scope: OPERATOR }) { secret apiKey { id } } }',
    {},
    gateway.adminKey,
  );
  return { id: data.createApiKey.apiKey.id, secret: data.createApiKey.secret };
}
