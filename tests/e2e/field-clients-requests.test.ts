import { SampleServer } from "../support/sample-server";
import { SseClient } from "../support/sse-client";

/**
 * What client libraries send in addition to the headers that every browser sends, automatically or
 * as their guides recommend.
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
  ])("is recognised however its client spells its origin: %s", async (origin) => {
    expect(allowed(await preflight(origin, "baggage"))).toContain("baggage");
    const answer = await production.post({ query: "{ hello }" }, { origin });
    expect(answer.headers.get("access-control-allow-origin")).toBe(origin);
  });

  it("can read when to come back from every kind of refusal", async () => {
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

  it("has permissions that pages of other origins lack", async () => {
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
  it("needs no header that causes a preflight, and a foreign page cannot read it", async () => {
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

it("opens event streams to the same pages as sockets", async () => {
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
