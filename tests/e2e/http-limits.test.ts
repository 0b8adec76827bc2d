import { eventually } from "../support/eventually";
import { RawClient } from "../support/raw-client";
import { SampleServer } from "../support/sample-server";
import { SseClient } from "../support/sse-client";
import { WebSocketClient } from "../support/websocket-client";

const MB = 2 ** 20;
/** More than the kernel buffers for a reader that sleeps. */
const LONG = `{ filler(length: ${20 * MB}) }`;

let server: SampleServer;
const clients: RawClient[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) client.leave();
  await server.running.close();
});

async function rawClient(): Promise<RawClient> {
  const client = await RawClient.open(server.running.url);
  clients.push(client);
  return client;
}

async function sleepingReader(headers: readonly string[] = []): Promise<RawClient> {
  const client = await rawClient();
  client.sleep();
  client.post(LONG, headers);
  return client;
}

describe("a client that does not read its answers", () => {
  it("is cut off after a while, while one that reads gets everything", async () => {
    server = await SampleServer.start({ httpLimits: { readTimeoutMs: 300 } });
    await sleepingReader();
    await eventually(() => server.running.httpConnections() === 0);
    const { status, body } = await server.query(LONG);
    expect([status, String(body.data?.["filler"]).length]).toEqual([200, 20 * MB]);
  });

  it("is cut off immediately for more than its address may leave unread", async () => {
    server = await SampleServer.start({
      httpLimits: { readTimeoutMs: 600_000, unreadBytesPerAddress: 30 * MB },
    });
    for (let n = 0; n < 6; n++) await sleepingReader();
    await eventually(() => server.callers.length === 6);
    // Two of twenty megabytes are more than thirty.
    await eventually(() => server.running.cutOffReaders() === 5);
    expect((await server.query(LONG)).status).toBe(200);
  });

  it("is cut off for more than all may leave unread together, whatever their addresses", async () => {
    const httpLimits = {
      readTimeoutMs: 600_000,
      unreadBytesPerAddress: 20.5 * MB,
      unreadBytes: 50 * MB,
    };
    server = await SampleServer.start({ trustProxy: true, httpLimits });
    for (let n = 0; n < 6; n++) await sleepingReader([`X-Forwarded-For: 198.51.100.${n}`]);
    await eventually(() => server.running.cutOffReaders() === 4);
  });

  it("is cut off on an event stream, too", async () => {
    server = await SampleServer.start({ httpLimits: { readTimeoutMs: 300 } });
    const query = "subscription { bulk(to: 400, length: 50000) }";
    const client = await SseClient.open({ url: server.graphqlUrl, body: { query } });
    client.response.pause();
    await eventually(() => server.sample.openSubscriptions === 0);
    client.leave();
  });

  it("is cut off on a socket, too", async () => {
    server = await SampleServer.start({ httpLimits: { readTimeoutMs: 300 } });
    const client = await WebSocketClient.connect(server.webSocketUrl);
    client.socket.pause();
    client.subscribe("1", "subscription { bulk(to: 400, length: 50000) }");
    await eventually(() => server.running.cutOffReaders() === 1);
    await eventually(() => server.sample.openSubscriptions === 0);
    client.socket.terminate();
  });

  it("is left alone while it waits for the server", async () => {
    server = await SampleServer.start({ httpLimits: { readTimeoutMs: 200 } });
    const answer = server.query("{ slow }");
    const stream = await SseClient.open({
      url: server.graphqlUrl,
      body: { query: "subscription { silence }" },
    });
    await eventually(() => server.callers.length === 2);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    server.sample.release?.();
    expect((await answer).body.data).toEqual({ slow: "done" });
    expect(server.sample.openSubscriptions).toBe(1);
    stream.leave();
  });
});

describe("a slow client", () => {
  it("is answered with 408 if it does not finish its headers", async () => {
    server = await SampleServer.start({ httpLimits: { headersTimeoutMs: 200 } });
    const client = await rawClient();
    client.socket.write("POST /graphql HTTP/1.1\r\nHost: x\r\n");
    const drips = setInterval(() => client.socket.write("X: y\r\n"), 30);
    await client.closed;
    clearInterval(drips);
    expect(client.text).toMatch(/^HTTP\/1\.1 408 /);
  });

  it("is disconnected if it stays silent, before a request or after one", async () => {
    server = await SampleServer.start({
      httpLimits: { headersTimeoutMs: 200, idleTimeoutMs: 300 },
    });
    const [silent, done] = [await rawClient(), await rawClient()];
    done.post("{ hello }");
    await Promise.all([silent.closed, done.closed]);
    expect(done.text).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe("connections from one address", () => {
  it("are limited: further ones are told in their language when to come back, and are closed", async () => {
    server = await SampleServer.start({ httpLimits: { connectionsPerAddress: 2 } });
    const [one] = [await rawClient(), await rawClient()];
    const over = await rawClient();
    over.post("mutation { touch }", ["Accept-Language: ru"]);
    await over.closed;
    expect(over.text).toMatch(/^HTTP\/1\.1 429 /);
    expect(over.text).toMatch(/retry-after: 5\r\n/i);
    const body = Buffer.from(over.text, "latin1").toString();
    expect(body).toContain('"message":"Слишком много соединений с вашего адреса"');
    expect(body).toContain('"code":"RATE_LIMITED"');
    expect(server.sample.mutationsRun).toBe(0);
    one.leave();
    await eventually(() => server.running.httpConnections() === 1);
    const next = await rawClient();
    next.post("{ hello }");
    await eventually(() => next.text.includes('"hello"'));
  });

  it("are refused as sockets, too, with the same error", async () => {
    server = await SampleServer.start({ httpLimits: { connectionsPerAddress: 1 } });
    await rawClient();
    await eventually(() => server.running.httpConnections() === 1);
    const over = await rawClient();
    over.socket.write(
      "GET /graphql HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n" +
        "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n",
    );
    await over.closed;
    expect(over.text).toMatch(
      /^HTTP\/1\.1 429 Too Many Requests\r\n[^]*retry-after: 5\r\n[^]*"code":"RATE_LIMITED"/i,
    );
  });

  it("are the requests in progress where a proxy holds all connections", async () => {
    server = await SampleServer.start({
      trustProxy: true,
      httpLimits: { connectionsPerAddress: 2 },
    });
    const waiting = [await rawClient(), await rawClient(), await rawClient()];
    for (const client of waiting.slice(0, 2))
      client.post("{ slow }", ["X-Forwarded-For: 2001:db8::1"]);
    await eventually(() => server.callers.length === 2);
    waiting[2]!.post("{ hello }", ["X-Forwarded-For: 2001:db8::2"]);
    await waiting[2]!.closed;
    expect(waiting[2]!.text).toMatch(/^HTTP\/1\.1 429 /);
    const other = await rawClient();
    other.post("{ hello }", ["X-Forwarded-For: 2001:db8:0:1::1"]);
    await eventually(() => other.text.includes('"hello"'));
  });

  it("no longer count once they are sockets, which have a separate limit", async () => {
    server = await SampleServer.start({ httpLimits: { connectionsPerAddress: 2 } });
    const sockets = [];
    for (let n = 0; n < 5; n++) sockets.push(await WebSocketClient.connect(server.webSocketUrl));
    await eventually(() => server.running.httpConnections() === 0);
    await Promise.all(sockets.map((socket) => socket.leave()));
  });

  it("are told that the service is busy if they exceed the total limit", async () => {
    server = await SampleServer.start({ httpLimits: { connections: 1 } });
    await rawClient();
    const over = await rawClient();
    over.post("{ hello }");
    await over.closed;
    expect(over.text).toMatch(/^HTTP\/1\.1 503 [^]*"code":"SERVICE_UNAVAILABLE"/);
  });
});
