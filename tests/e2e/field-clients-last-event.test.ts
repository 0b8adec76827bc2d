import { Agent, request } from "node:http";

import { EventSource } from "eventsource";

import { eventually } from "../support/eventually";
import { FlakyProxy } from "../support/flaky-proxy";
import { SampleServer } from "../support/sample-server";
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

describe("a browser's EventSource", () => {
  it("follows a subscription, and resumes after the last event when it reconnects", async () => {
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

it("starts after the event that Last-Event-ID names, whatever the address says", async () => {
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

describe("a client that resumes after Last-Event-ID", () => {
  const query = "subscription ($after: String) { shared(after: $after) }";
  const follow = (after: string | undefined, headers: Record<string, string> = {}) =>
    SseClient.open({ url: server.graphqlUrl, body: { query, variables: { after } }, headers });
  const started = (times: number) => eventually(() => server.sample.startedAfter.length === times);

  beforeEach(async () => {
    await server.running.close();
    server = await cursors();
  });

  it("does not change where others with the same query start, over a stream or a socket", async () => {
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

  it("shares its answers with those who follow from elsewhere", async () => {
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
