import { eventually } from "../support/eventually";
import { SampleServer } from "../support/sample-server";
import { SseClient } from "../support/sse-client";
import { WebSocketClient } from "../support/websocket-client";

/**
 * What client libraries send beside the headers that every browser sends, by themselves or as their
 * guides say.
 */
const CLIENT_HEADERS = [
  ...["apollographql-client-name", "apollographql-client-version", "apollo-require-preflight"],
  ...[
    "x-apollo-operation-name",
    "x-apollo-operation-id",
    "x-apollo-cache-key",
    "x-graphql-event-stream-token",
  ],
  ...[
    "traceparent",
    "tracestate",
    "baggage",
    "sentry-trace",
    "x-requested-with",
    "idempotency-key",
    "last-event-id",
  ],
  ...["graphql-preflight", "x-datadog-trace-id", "x-b3-traceid", "if-none-match", "cache-control"],
];
const SUBSCRIPTION = "subscription { count(to: 1) }";

let server: SampleServer;
let production: SampleServer;

beforeAll(async () => {
  const allowedOrigins = ["https://pizza.example", "capacitor://localhost"];
  server = await SampleServer.start({ allowedOrigins });
  production = await SampleServer.start({ allowedOrigins, production: true, introspection: false });
});

afterAll(() => Promise.all([server.running.close(), production.running.close()]));

function get(query: string, headers: Record<string, string> = {}, to = server): Promise<Response> {
  return fetch(`${to.graphqlUrl}?query=${encodeURIComponent(query)}`, { headers });
}

async function preflight(origin: string, header: string, to = production): Promise<Response> {
  const headers = {
    origin,
    "access-control-request-method": "POST",
    "access-control-request-headers": header,
  };
  return fetch(to.graphqlUrl, { method: "OPTIONS", headers });
}

function allowed(response: Response): string[] {
  return (response.headers.get("access-control-allow-headers") ?? "").split(", ");
}

describe("a page of a permitted origin", () => {
  it.each(CLIENT_HEADERS)("may send %s", async (name) => {
    const answer = await preflight("https://pizza.example", `content-type,${name.toUpperCase()}`);
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([
      204,
      "https://pizza.example",
    ]);
    expect(allowed(answer)).toEqual(
      expect.arrayContaining(["authorization", "content-type", name]),
    );
    expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
  });

  it.each([
    "https://pizza.example:443",
    "HTTPS://Pizza.Example",
    "https://pizza.example/",
    "capacitor://localhost",
  ])("is one however its client spells it: %s", async (origin) => {
    expect(allowed(await preflight(origin, "baggage"))).toContain("baggage");
    const answer = await production.post({ query: "{ hello }" }, { origin });
    expect(answer.headers.get("access-control-allow-origin")).toBe(origin);
  });

  it("reads when to come back, of every kind of refusal", async () => {
    const origin = "https://pizza.example";
    const { headers } = await production.post({ query: "{ hello }" }, { origin });
    const exposed = (headers.get("access-control-expose-headers") ?? "").split(", ");
    expect(exposed).toEqual(
      expect.arrayContaining(["retry-after", "x-request-id", "etag", "www-authenticate"]),
    );
    const crowded = await SampleServer.start({
      allowedOrigins: [origin],
      trustProxy: true,
      httpLimits: { connectionsPerAddress: 0 },
    });
    const refused = await crowded.post({ query: "{ hello }" }, { origin });
    await crowded.running.close();
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "5"]);
    expect(refused.headers.get("access-control-allow-origin")).toBe(origin);
    expect(refused.headers.get("access-control-expose-headers")).toContain("retry-after");
  });

  it("and nobody else's", async () => {
    for (const origin of [
      "https://evil.example",
      "null",
      "http://localhost:5173",
      "https://pizza.example.evil.example",
    ]) {
      const answer = await preflight(origin, "authorization");
      expect([origin, answer.headers.get("access-control-allow-headers")]).toEqual([origin, null]);
      expect(
        (await production.post({ query: "{ hello }" }, { origin })).headers.has(
          "access-control-allow-origin",
        ),
      ).toBe(false);
    }
    expect(
      (await preflight("http://localhost:5173", "baggage", server)).headers.get(
        "access-control-allow-origin",
      ),
    ).toBe("http://localhost:5173");
  });
});

describe("a query by GET", () => {
  it("needs no header that browsers ask leave for, and a foreign page cannot read it", async () => {
    for (const headers of [
      {},
      { "content-type": "text/plain" },
      { origin: "https://evil.example" },
    ]) {
      const answer = await get("{ hello }", headers);
      expect([answer.status, await answer.json()]).toEqual([200, { data: { hello: "hello" } }]);
      expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  it("is never a mutation, whatever it accepts", async () => {
    const before = server.sample.mutationsRun;
    for (const accept of [
      "*/*",
      "application/json",
      "application/graphql-response+json",
      "multipart/mixed, */*",
    ]) {
      expect((await get("mutation { touch }", { accept })).status).toBe(405);
    }
    const streamed = await (
      await get("mutation { touch }", { accept: "text/event-stream" })
    ).text();
    expect(streamed).toContain("METHOD_NOT_ALLOWED");
    expect(server.sample.mutationsRun).toBe(before);
  });
});

describe("a subscription without a stream", () => {
  const accepts = [
    ...[
      "*/*",
      "application/json",
      "application/graphql-response+json, application/json;q=0.9",
      "text/html",
    ],
    'multipart/mixed;boundary="graphql";subscriptionSpec="1.0",application/graphql-response+json,application/json;q=0.9',
    ...[
      "multipart/mixed",
      "text/event-stream;q=0, application/json",
      "application/json, text/event-stream",
    ],
  ];
  const ways: [string, string, (accept: string) => Promise<Response>][] = accepts.flatMap(
    (accept) => [
      ["POST", accept, () => server.post({ query: SUBSCRIPTION }, { accept })],
      ["GET", accept, () => get(SUBSCRIPTION, { accept })],
    ],
  );

  it.each(ways)("by %s with %s is told both ways to one", async (_method, accept, ask) => {
    const [lines, answer] = [server.log.length, await ask(accept)];
    expect(answer.status).toBe(400);
    const { errors } = (await answer.json()) as {
      errors: { message: string; extensions: object }[];
    };
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toMatch(/graphql-transport-ws.*Accept: text\/event-stream/);
    expect(errors[0]?.extensions).toMatchObject({
      code: "BAD_REQUEST",
      requestId: expect.any(String) as string,
    });
    expect(JSON.stringify(server.log.slice(lines))).not.toMatch(/stack|unexpected/);
  });

  it("is found among other operations, behind comments and fragments, by its name", async () => {
    const query = `# subscription\nquery Q { hello } subscription S { ...F } fragment F on Subscription { count(to: 1) }`;
    expect((await server.post({ query, operationName: "Q" })).status).toBe(200);
    expect(await (await server.post({ query, operationName: "S" })).text()).toContain(
      "graphql-transport-ws",
    );
    expect((await server.post({ query: '{ hello } # "subscription"' })).status).toBe(200);
  });
});

describe("what other servers take", () => {
  const body = JSON.stringify({ query: "mutation { touch }" });

  it.each([
    ["a list of operations", "application/json", `[${body},${body}]`, 400, /one operation/],
    [
      "a file",
      "multipart/form-data; boundary=x",
      `--x\r\n\r\n${body}\r\n--x--`,
      415,
      /Content-Type: application\/json/,
    ],
    [
      "a bare document",
      "application/graphql",
      "mutation { touch }",
      415,
      /Content-Type: application\/json/,
    ],
    [
      "a form",
      "application/x-www-form-urlencoded",
      "query=mutation{touch}",
      415,
      /application\/json/,
    ],
    ["plain text", "text/plain;charset=UTF-8", body, 400, /application\/json/],
    ["XML", "text/xml", "<query/>", 415, /Content-Type: application\/json/],
  ])("%s is refused with words", async (_what, type, sent, status, words) => {
    const before = server.sample.mutationsRun;
    const answer = await server.post(sent, { "content-type": type });
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringMatching(words)]);
    expect(server.sample.mutationsRun).toBe(before);
  });

  it.each([
    "application/json;charset=utf-8",
    "application/json; charset=UTF-8",
    "Application/JSON",
  ])("JSON is taken as %s", async (type) => {
    expect((await server.post({ query: "{ hello }" }, { "content-type": type })).status).toBe(200);
  });

  it("is refused before anything runs where no answer would be accepted", async () => {
    const before = server.sample.mutationsRun;
    const answer = await server.post(
      { query: "mutation { touch }" },
      { accept: "multipart/mixed;deferSpec=20220824" },
    );
    expect([answer.status, await answer.text()]).toEqual([
      406,
      expect.stringContaining("application/json"),
    ]);
    expect(server.sample.mutationsRun).toBe(before);
    expect(
      (
        await server.post(
          { query: "{ hello }" },
          { accept: "multipart/mixed;deferSpec=20220824, application/json" },
        )
      ).status,
    ).toBe(200);
  });

  it("answers @defer as the directive that it does not know", async () => {
    const answer = await server.post({ query: "{ ... @defer { hello } }" });
    expect([answer.status, await answer.text()]).toEqual([
      400,
      expect.stringContaining('Unknown directive \\"@defer\\"'),
    ]);
  });

  it("speaks to clients of the old subprotocol in their own words", async () => {
    const client = await WebSocketClient.open(server.webSocketUrl, {}, ["graphql-ws"]);
    const reason = new Promise((resolve) =>
      client.socket.once("close", (_code, why: Buffer) => resolve(why.toString())),
    );
    client.send({ type: "connection_init" });
    expect(await client.next(({ type }) => type === "connection_error")).toMatchObject({
      payload: { message: expect.stringContaining("graphql-transport-ws") as string },
    });
    expect([await client.closed, await reason]).toEqual([
      4406,
      expect.stringContaining("graphql-transport-ws"),
    ]);
    await eventually(() => server.running.connections() === 0);
  });
});

it("opens event streams to pages as to sockets", async () => {
  const statusFor = async (origin: string) => {
    const url = `${production.graphqlUrl}?query=${encodeURIComponent(SUBSCRIPTION)}`;
    const client = await SseClient.open({ url, headers: { origin } });
    await client.closed;
    return client.response.statusCode;
  };
  expect(await statusFor("https://pizza.example:443")).toBe(200);
  expect(await statusFor("capacitor://localhost")).toBe(200);
  expect(await statusFor("https://evil.example")).toBe(403);
});
