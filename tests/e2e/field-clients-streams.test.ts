import { EventSource } from "eventsource";
import { createClient } from "graphql-sse";
import { Agent, request } from "node:http";
import { TOKEN_HEADER } from "../../src/server/single-connections";
import { eventually } from "../support/eventually";
import { FlakyProxy } from "../support/flaky-proxy";
import { SampleServer, WRONG_TOKEN } from "../support/sample-server";
import { beginOperation, openStream, reserveStream } from "../support/single-connection";
import { SseClient } from "../support/sse-client";
import { WebSocketClient } from "../support/websocket-client";

let server: SampleServer;

beforeEach(async () => {
  server = await SampleServer.start({ webSocketLimits: { subscriptionsPerSocket: 2 } });
});

afterEach(async () => {
  await server.running.close();
  expect(server.sample.openSubscriptions).toBe(0);
});

const reserve = () => reserveStream(server);
const open = (token: string) => openStream(server, token);

function begin(
  token: string,
  id: unknown,
  query: string,
  headers?: Record<string, string>,
): Promise<Response> {
  return beginOperation(server, token, { id, query, headers });
}

function end(token: string, id: string): Promise<Response> {
  return fetch(`${server.graphqlUrl}?operationId=${id}`, {
    method: "DELETE",
    headers: { [TOKEN_HEADER]: token },
  });
}

describe("many operations on one event stream", () => {
  it("are answered for the stock client of graphql-sse", async () => {
    const client = createClient({ url: server.graphqlUrl, singleConnection: true });
    const all = async (query: string) => {
      const seen: unknown[] = [];
      for await (const result of client.iterate({ query })) seen.push(result);
      return seen;
    };
    const answers = await Promise.all([all("subscription { count(to: 2) }"), all("{ hello }")]);
    expect(answers).toEqual([
      [{ data: { count: 1 } }, { data: { count: 2 } }],
      [{ data: { hello: "hello" } }],
    ]);
    expect(await all("{ nosuch }")).toMatchObject([
      { errors: [{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }] },
    ]);
    client.dispose();
    await eventually(() => server.running.connections() === 0);
  });

  it("carry their ids, and end by themselves or when the client says so", async () => {
    const token = await reserve();
    const stream = await open(token);
    expect((await begin(token, "a", "subscription { silence }")).status).toBe(202);
    expect((await begin(token, "b", "mutation { touch }")).status).toBe(202);
    await eventually(() => stream.events.length === 2);
    expect(stream.events).toEqual([
      { event: "next", data: { id: "b", payload: { data: { touch: 1 } } } },
      { event: "complete", data: { id: "b" } },
    ]);
    expect(server.sample.openSubscriptions).toBe(1);
    expect((await end(token, "a")).status).toBe(200);
    await eventually(() => server.sample.openSubscriptions === 0);
    // The id is free again, and names the new operation alone.
    expect((await begin(token, "a", "subscription { silence }")).status).toBe(202);
    await eventually(() => server.sample.openSubscriptions === 1);
    await end(token, "a");
    await eventually(() => server.sample.openSubscriptions === 0);
    stream.leave();
    await eventually(() => server.running.connections() === 0);
    expect((await begin(token, "c", "{ hello }")).status).toBe(404);
  });

  it("end with the stream", async () => {
    const token = await reserve();
    const stream = await open(token);
    await begin(token, "a", "subscription { silence }");
    await eventually(() => server.sample.openSubscriptions === 1);
    stream.leave();
    await eventually(
      () => server.sample.openSubscriptions === 0 && server.running.connections() === 0,
    );
  });

  it("are each refused for what is wrong with them", async () => {
    const token = await reserve();
    expect((await begin(token, "a", "{ hello }")).status).toBe(404);
    const stream = await open(token);
    expect((await open(token)).response.statusCode).toBe(409);
    expect((await open("A".repeat(32))).response.statusCode).toBe(404);
    expect((await begin("A".repeat(32), "a", "{ hello }")).status).toBe(404);
    expect((await begin(token, undefined, "{ hello }")).status).toBe(400);
    expect((await begin(token, "x".repeat(201), "{ hello }")).status).toBe(400);
    expect((await begin(token, "a", "{ hello }", { authorization: WRONG_TOKEN })).status).toBe(401);
    expect(
      (
        await begin(token, "a", "mutation { touch }", {
          "content-type": "application/x-www-form-urlencoded",
        })
      ).status,
    ).toBe(415);
    for (const id of ["a", "b"]) await begin(token, id, "subscription { silence }");
    expect((await begin(token, "a", "subscription { silence }")).status).toBe(409);
    const crowded = await begin(token, "c", "subscription { silence }");
    expect([crowded.status, await crowded.text()]).toEqual([
      429,
      expect.stringContaining("TOO_MANY_OPERATIONS"),
    ]);
    expect(stream.events).toEqual([]);
    stream.leave();
  });

  it("are refused in words that say what to do, in the language of their client", async () => {
    const headers = { "accept-language": "ru" };
    const told = async (answer: Promise<Response>) =>
      ((await (await answer).json()) as { errors: { message: string }[] }).errors[0]!.message;
    expect(await told(begin("A".repeat(32), "a", "{ hello }", headers))).toMatch(/^Потока .* PUT/);
    expect(await told(fetch(server.graphqlUrl, { method: "DELETE", headers }))).toMatch(
      /DELETE .*x-graphql-event/,
    );
    const token = await reserve();
    const stream = await open(token);
    expect(await told(begin(token, "", "{ hello }", headers))).toMatch(
      /^`extensions\.operationId` должно/,
    );
    for (const id of ["a", "b"]) await begin(token, id, "subscription { silence }");
    expect(await told(begin(token, "a", "{ hello }", headers))).toBe(
      "Операция с этим идентификатором ещё идёт",
    );
    expect(await told(begin(token, "c", "{ hello }", headers))).toBe(
      "Слишком много операций в этом потоке событий",
    );
    const again = fetch(server.graphqlUrl, {
      headers: { ...headers, accept: "text/event-stream", [TOKEN_HEADER]: token },
    });
    expect(await told(again)).toBe("Поток событий с этим ключом уже открыт");
    stream.leave();
  });

  it("count against the sockets of their address from the reservation on, and their pages are looked at", async () => {
    await reserve();
    expect(server.running.connections()).toBe(1);
    const foreign = await fetch(server.graphqlUrl, {
      method: "PUT",
      headers: { origin: "https://evil.example" },
    });
    expect(foreign.status).toBe(403);
    expect((await fetch(server.graphqlUrl, { method: "DELETE" })).status).toBe(405);
    expect((await fetch(server.graphqlUrl, { method: "PATCH" })).status).toBe(405);
  });
});

describe("a browser's EventSource", () => {
  it("follows a subscription, and goes on after the last event when it reconnects", async () => {
    await server.running.close();
    server = await cursors();
    const network = await FlakyProxy.start(Number(new URL(server.running.url).port));
    const query = "subscription ($after: String) { shared(after: $after) }";
    const source = new EventSource(`${network.url}/graphql?query=${encodeURIComponent(query)}`);
    const seen: string[] = [];
    source.addEventListener("next", ({ data, lastEventId }) =>
      seen.push(`${lastEventId} ${String(data)}`),
    );
    const opened = (times: number) => eventually(() => server.sample.startedAfter.length === times);
    await opened(1);
    server.sample.tell("one");
    await eventually(() => seen.length === 1);
    network.drop();
    await opened(2);
    server.sample.tell("two");
    await eventually(() => seen.length === 2);
    source.close();
    await network.stop();
    expect(seen).toEqual([
      'at-one {"data":{"shared":"one for guest"}}',
      'at-two {"data":{"shared":"two for guest"}}',
    ]);
    expect(server.sample.startedAfter).toEqual([undefined, "at-one"]);
    await eventually(() => server.sample.openSubscriptions === 0);
  });
});

/** Names events as the gateway does. */
function cursors(): Promise<SampleServer> {
  return SampleServer.start({ eventIdOf: (event) => `at-${(event as { text: string }).text}` });
}

it("starts after the event that Last-Event-ID names, in the place of whatever the address says", async () => {
  await server.running.close();
  server = await cursors();
  const from = async (query: string, lastEventId?: string) => {
    const url = `${server.graphqlUrl}?${new URLSearchParams({ query, variables: '{"after":"from the address"}' }).toString()}`;
    const headers = {
      accept: "text/event-stream",
      ...(lastEventId && { "last-event-id": lastEventId }),
    };
    const sent = request(url, { headers, agent: new Agent() });
    sent.on("error", () => undefined).end();
    await eventually(() => server.sample.openSubscriptions === 1);
    sent.destroy();
    await eventually(() => server.sample.openSubscriptions === 0);
    return server.sample.startedAfter.at(-1);
  };
  expect(await from("subscription ($after: String) { shared(after: $after) }")).toBe(
    "from the address",
  );
  expect(await from("subscription ($after: String) { shared(after: $after) }", "at-7")).toBe(
    "at-7",
  );
  expect(await from('subscription { shared(after: "of the document") }', "at-8")).toBe("at-8");
  expect(await from("subscription { shared }", "at-9")).toBe("at-9");
  expect(await from("subscription { silence }", "at-9")).toBe("at-9");
});

describe("a client that goes on after Last-Event-ID", () => {
  const query = "subscription ($after: String) { shared(after: $after) }";
  const follow = (after: string | undefined, headers: Record<string, string> = {}) =>
    SseClient.open({ url: server.graphqlUrl, body: { query, variables: { after } }, headers });
  const started = (times: number) => eventually(() => server.sample.startedAfter.length === times);

  beforeEach(async () => {
    await server.running.close();
    server = await cursors();
  });

  it("changes nothing of where others start who send the same text, by stream or by socket", async () => {
    const resumed = await follow("old", { "last-event-id": "at-7" });
    await started(1);
    const fresh = await follow("mine");
    await started(2);
    const newest = await follow(undefined);
    await started(3);
    const socket = await WebSocketClient.connect(server.webSocketUrl);
    socket.subscribe("1", query, { after: "by socket" });
    await started(4);
    expect(server.sample.startedAfter).toEqual(["at-7", "mine", undefined, "by socket"]);
    for (const client of [resumed, fresh, newest]) client.leave();
    await socket.leave();
    await eventually(() => server.sample.openSubscriptions === 0);
  });

  it("shares the answers of those who follow from elsewhere", async () => {
    const clients = [
      await follow("old", { "last-event-id": "at-7" }),
      await follow("mine"),
      await follow(undefined),
    ];
    await started(3);
    server.sample.tell("one");
    for (const client of clients) {
      expect(await client.next()).toEqual({
        event: "next",
        data: { data: { shared: "one for guest" } },
      });
    }
    expect(server.sample.executions).toBe(1);
    for (const client of clients) client.leave();
    await eventually(() => server.sample.openSubscriptions === 0);
  });
});
