import { getIntrospectionQuery } from "graphql";
import { createClient } from "graphql-sse";

import { RateLimited } from "../../src/errors";
import { eventually } from "../support/eventually";
import { SampleServer, WRONG_TOKEN } from "../support/sample-server";
import { SseClient, type StreamedEvent } from "../support/sse-client";

const COMPLETE: StreamedEvent = { event: "complete", data: undefined };

let server: SampleServer;

beforeAll(async () => {
  server = await SampleServer.start();
});

afterAll(() => server.running.close());

function open(
  query: string,
  headers: Record<string, string> = {},
  to = server,
): Promise<SseClient> {
  return SseClient.open({ url: to.graphqlUrl, body: { query }, headers });
}

async function answer(query: string, to = server): Promise<StreamedEvent[]> {
  return (await open(query, {}, to)).whole();
}

function get(
  parameters: Record<string, string>,
  headers = { "apollo-require-preflight": "1" },
): Promise<SseClient> {
  const url = `${server.graphqlUrl}?${new URLSearchParams(parameters).toString()}`;
  return SseClient.open({ url, headers });
}

const next = (data: object): StreamedEvent => ({ event: "next", data });
const refusal = (code: string) => ({ event: "next", data: { errors: [{ extensions: { code } }] } });

describe("the event stream transport", () => {
  it("streams the events of a subscription and completes", async () => {
    const client = await open("subscription { count(to: 3) }");
    expect(client.response.headers).toMatchObject({
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
      "x-content-type-options": "nosniff",
    });
    const events = [1, 2, 3].map((count) => next({ data: { count } }));
    expect(await client.whole()).toEqual([...events, COMPLETE]);
    expect(await client.closed).toBe(true);
    expect(server.sample.openSubscriptions).toBe(0);
  });

  it("answers a query and a mutation with one event each", async () => {
    expect(await answer("{ hello }")).toEqual([next({ data: { hello: "hello" } }), COMPLETE]);
    expect(await answer("mutation { touch }")).toEqual([next({ data: { touch: 1 } }), COMPLETE]);
  });

  it("accepts subscriptions and variables, but no mutations, over GET", async () => {
    const query = "subscription ($to: Int!) { count(to: $to) }";
    const client = await get({ query, variables: '{"to":1}' });
    expect(await client.whole()).toEqual([next({ data: { count: 1 } }), COMPLETE]);
    const before = server.sample.mutationsRun;
    const mutation = await get({ query: "mutation { touch }" });
    expect(await mutation.whole()).toMatchObject([refusal("METHOD_NOT_ALLOWED"), COMPLETE]);
    expect(server.sample.mutationsRun).toBe(before);
  });

  it("gives each event its own context, and passes the headers on", async () => {
    expect(await answer("subscription { generation }")).toEqual([
      next({ data: { generation: 1 } }),
      next({ data: { generation: 1 } }),
      COMPLETE,
    ]);
    const client = await open("{ viewer }", {
      authorization: "Bearer me",
      "x-request-id": "sse-1",
    });
    expect(await client.whole()).toEqual([next({ data: { viewer: "Bearer me" } }), COMPLETE]);
    expect(server.callers.at(-1)).toMatchObject({ authorization: "Bearer me", requestId: "sse-1" });
  });

  it.each([
    ["text/event-stream", true],
    ["text/event-stream, application/json", true],
    ["application/json;q=0.5, Text/Event-Stream; q=0.9", true],
    ["application/json, text/event-stream", false],
    ["text/event-stream;q=0", false],
    ["*/*", false],
  ])("decides by Accept whether a stream is preferred: %s", async (accept, streamed) => {
    const { response } = await open("{ hello }", { accept });
    expect(response.headers["content-type"]?.startsWith("text/event-stream")).toBe(streamed);
  });
});

it("works with the client of graphql-sse", async () => {
  const client = createClient({ url: server.graphqlUrl, retryAttempts: 0 });
  const seen: unknown[] = [];
  for await (const result of client.iterate({ query: "subscription { count(to: 2) }" }))
    seen.push(result);
  for await (const result of client.iterate({ query: "{ nosuch }" })) seen.push(result);
  expect(seen).toMatchObject([
    { data: { count: 1 } },
    { data: { count: 2 } },
    { errors: [{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }] },
  ]);
  client.dispose();
});

describe("the event stream transport: errors", () => {
  it.each([
    ["a syntax error", "{ hello", "GRAPHQL_PARSE_FAILED"],
    ["an unknown field", "{ nosuch }", "GRAPHQL_VALIDATION_FAILED"],
    [
      "too much depth",
      `{ dish { ${"with { ".repeat(30)} name ${"}".repeat(30)} } }`,
      "TOO_COMPLEX",
    ],
    ["too many rows", "{ dishes(first: 10001) { name } }", "TOO_COMPLEX"],
    ["too many tokens", `{ ${"hello ".repeat(20_000)} }`, "TOO_COMPLEX"],
  ])("reports %s in the stream", async (_what, query, code) => {
    expect(await answer(query)).toMatchObject([refusal(code), COMPLETE]);
  });

  it("hides the schema, and requires the same permission for mutations as the other transports", async () => {
    const admitMutation = (_context: unknown, fields: readonly string[]) => {
      if (fields.includes("touch")) throw new RateLimited("Too many orders", 7_000);
    };
    const strict = await SampleServer.start({ introspection: false, admitMutation });
    const introspected = await answer(getIntrospectionQuery(), strict);
    const misspelt = await answer("{ helo }", strict);
    const touched = await answer("mutation { touch }", strict);
    await strict.running.close();
    expect(introspected).toMatchObject([refusal("GRAPHQL_VALIDATION_FAILED"), COMPLETE]);
    expect(JSON.stringify(misspelt)).not.toContain("Did you mean");
    expect(touched).toMatchObject([refusal("RATE_LIMITED"), COMPLETE]);
    expect(strict.sample.mutationsRun).toBe(0);
  });

  it.each([
    "{ crash }",
    "subscription { crash }",
    "subscription { crashingEvent }",
    "subscription { crashingSource }",
  ])("masks what fails inside %s, and logs it under the same id", async (query) => {
    const client = await open(query, { "x-request-id": `masked-${query.length}` });
    const events = await client.whole();
    expect(client.text).not.toContain("hunter2");
    const error = {
      message: "Internal server error",
      extensions: { code: "INTERNAL_SERVER_ERROR", requestId: `masked-${query.length}` },
    };
    expect(events.slice(-2)).toMatchObject([
      { event: "next", data: { errors: [error] } },
      COMPLETE,
    ]);
    const logged = server.log.filter(
      ({ requestId, err }) => requestId === `masked-${query.length}` && err,
    );
    expect(logged).toMatchObject([{ err: { message: "password=hunter2" } }]);
    expect(server.sample.openSubscriptions).toBe(0);
  });

  it("answers bad credentials with 401 and JSON", async () => {
    const client = await open("subscription { silence }", {
      authorization: WRONG_TOKEN,
      "x-request-id": "who",
    });
    await client.closed;
    expect(client.response).toMatchObject({
      statusCode: 401,
      headers: { "www-authenticate": "Bearer" },
    });
    expect(JSON.parse(client.text)).toMatchObject({
      errors: [
        {
          message: "The token is not valid",
          extensions: { code: "UNAUTHENTICATED", retryable: false, requestId: "who" },
        },
      ],
    });
  });

  it("answers malformed requests with 400 and JSON", async () => {
    const url = server.graphqlUrl;
    const clients = [
      await SseClient.open({ url, body: {} }),
      await SseClient.open({ url, body: [{ query: "{ hello }" }] }),
      await SseClient.open({ url, body: { query: "{ hello }", variables: [1] } }),
      await SseClient.open({ url, body: { query: "{ hello }", operationName: 1 } }),
      await get({ query: "{ hello }", variables: "{" }),
      await open("{ hello }", { "content-type": "text/plain" }),
    ];
    for (const client of clients) {
      await client.closed;
      expect(client.response.statusCode).toBe(400);
      expect(JSON.parse(client.text)).toMatchObject({
        errors: [{ extensions: { code: "BAD_REQUEST" } }],
      });
    }
  });
});

it("leaves nothing open behind", async () => {
  await eventually(() => server.sample.openSubscriptions === 0);
});
