import { getIntrospectionQuery } from "graphql";

import { eventually } from "../support/eventually";
import { SampleServer } from "../support/sample-server";
import { WebSocketClient } from "../support/websocket-client";

let server: SampleServer;
let url: string;

beforeAll(async () => {
  server = await SampleServer.start({ webSocketLimits: { initTimeoutMs: 60_000 } });
  url = server.webSocketUrl;
});

afterAll(() => server.running.close());

describe("the protocol", () => {
  it("closes with 4400 for bad JSON, an unknown type, a missing id and a missing query", async () => {
    const bad = [
      "{ not json",
      { type: "start" },
      { type: "subscribe", payload: { query: "{ hello }" } },
      { type: "subscribe", id: "1", payload: {} },
    ];
    for (const message of bad) {
      const client = await WebSocketClient.connect(url);
      client.send(message);
      expect(await client.closed).toBe(4400);
    }
  });

  it("closes with 4401 when a client subscribes before the acknowledgement", async () => {
    const client = await WebSocketClient.open(url);
    client.subscribe("1", "{ hello }");
    expect(await client.closed).toBe(4401);
  });

  it("closes with 4429 for a second initialisation", async () => {
    const client = await WebSocketClient.connect(url);
    client.send({ type: "connection_init" });
    expect(await client.closed).toBe(4429);
  });

  it("closes with 4408 when no initialisation comes in time", async () => {
    const hurried = await SampleServer.start({ webSocketLimits: { initTimeoutMs: 300 } });
    const client = await WebSocketClient.open(hurried.webSocketUrl);
    expect(await client.closed).toBe(4408);
    await hurried.running.close();
  });

  it("gives clients three seconds to initialise unless told otherwise", async () => {
    const usual = await SampleServer.start();
    const start = performance.now();
    const client = await WebSocketClient.open(usual.webSocketUrl);
    expect(await client.closed).toBe(4408);
    expect(performance.now() - start).toBeGreaterThan(2_900);
    await usual.running.close();
  });

  it("closes with 4409 when an id is in use already, and accepts it again afterwards", async () => {
    const client = await WebSocketClient.connect(url);
    client.subscribe("1", "{ hello }");
    await client.answer("1");
    client.subscribe("1", "subscription { silence }");
    await eventually(() => server.sample.openSubscriptions === 1);
    client.subscribe("1", "subscription { silence }");
    expect(await client.closed).toBe(4409);
    await eventually(() => server.sample.openSubscriptions === 0);
  });

  it("closes with 4406 for the legacy subprotocol and for none", async () => {
    const legacy = await WebSocketClient.open(url, {}, ["graphql-ws"]);
    expect(await legacy.closed).toBe(4406);
    const none = await WebSocketClient.open(url, {}, []);
    expect(await none.closed).toBe(4406);
  });

  it("answers a ping with a pong, payload included", async () => {
    const client = await WebSocketClient.connect(url);
    client.send({ type: "ping", payload: { n: 1 } });
    expect(await client.next(({ type }) => type === "pong")).toEqual({
      type: "pong",
      payload: { n: 1 },
    });
    await client.leave();
  });
});

describe("an operation", () => {
  it("streams events and completes", async () => {
    const client = await WebSocketClient.connect(url);
    client.subscribe("1", "subscription Count($to: Int!) { count(to: $to) }", { to: 3 });
    expect(await client.answer("1")).toEqual([
      { id: "1", type: "next", payload: { data: { count: 1 } } },
      { id: "1", type: "next", payload: { data: { count: 2 } } },
      { id: "1", type: "next", payload: { data: { count: 3 } } },
      { id: "1", type: "complete" },
    ]);
    await client.leave();
  });

  it("can be a query or a mutation, too", async () => {
    const client = await WebSocketClient.connect(url);
    client.subscribe("1", getIntrospectionQuery());
    client.subscribe("2", "mutation { touch }");
    expect(await client.answer("1")).toMatchObject([
      { payload: { data: { __schema: {} } } },
      { type: "complete" },
    ]);
    expect(await client.answer("2")).toMatchObject([
      { payload: { data: { touch: 1 } } },
      { type: "complete" },
    ]);
    await client.leave();
  });

  it("ends its source when the client completes it and when the client leaves", async () => {
    const client = await WebSocketClient.connect(url);
    client.subscribe("1", "subscription { silence }");
    client.subscribe("2", "subscription { silence }");
    await eventually(() => server.sample.openSubscriptions === 2);
    client.send({ id: "1", type: "complete" });
    await eventually(() => server.sample.openSubscriptions === 1);
    client.socket.terminate();
    await eventually(() => server.sample.openSubscriptions === 0);
  });

  it("has a new context for every event", async () => {
    const client = await WebSocketClient.connect(url);
    client.subscribe("1", "subscription { generation }");
    const events = (await client.answer("1")).slice(0, -1);
    expect(events.map(({ payload }) => payload)).toEqual([
      { data: { generation: 1 } },
      { data: { generation: 1 } },
    ]);
    await client.leave();
  });
});
