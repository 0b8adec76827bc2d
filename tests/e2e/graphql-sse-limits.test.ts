import { connect } from "node:net";

import { Unauthenticated } from "../../src/errors";
import { eventually } from "../support/eventually";
import { SampleServer } from "../support/sample-server";
import { SseClient } from "../support/sse-client";
import { WebSocketClient } from "../support/websocket-client";

const SILENCE = "subscription { silence }";
const REFUSED = [
  {
    event: "next",
    data: { errors: [{ extensions: { code: "UNAUTHENTICATED", retryable: false } }] },
  },
  { event: "complete" },
];

let server: SampleServer;

afterEach(async () => {
  await server.running.close();
  expect(server.sample.openSubscriptions).toBe(0);
});

function open(query: string, headers: Record<string, string> = {}): Promise<SseClient> {
  return SseClient.open({ url: server.graphqlUrl, body: { query }, headers });
}

describe("the life of a stream", () => {
  it("ends the source immediately when the client leaves", async () => {
    server = await SampleServer.start();
    const client = await open(SILENCE);
    await eventually(() => server.sample.openSubscriptions === 1);
    client.leave();
    await eventually(() => server.sample.openSubscriptions === 0);
  });

  it("opens no source for a client that left while its credentials were being checked", async () => {
    let admit: () => void = () => undefined;
    const admitted = new Promise<void>((resolve) => (admit = resolve));
    let asked = 0;
    server = await SampleServer.start({
      contextFor: async () => {
        asked++;
        await admitted;
        return { viewer: "guest", generation: 0 };
      },
      webSocketLimits: { sockets: 1 },
    });
    const body = JSON.stringify({ query: "mutation { touch }" });
    const leaving = connect(Number(new URL(server.running.url).port), "127.0.0.1");
    leaving.write(
      "POST /graphql HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\n" +
        `Content-Length: ${body.length}\r\n\r\n${body}`,
    );
    await eventually(() => asked === 1);
    leaving.destroy();
    // The only place becomes free again once the server has noticed.
    const probe = () => WebSocketClient.open(server.webSocketUrl).catch(() => undefined);
    await (await eventually(probe)).leave();
    admit();
    await eventually(async () => (await open("{ hello }")).response.statusCode === 200);
    expect(server.sample.mutationsRun).toBe(0);
  });

  it("notifies the client when its credentials expire, and ends", async () => {
    let expiresAt: Date | undefined;
    server = await SampleServer.start({
      contextFor: () => {
        expiresAt ??= new Date(Date.now() + 300);
        return Promise.resolve({ viewer: "guest", generation: 0, expiresAt });
      },
    });
    expect(await (await open(SILENCE)).whole()).toMatchObject(REFUSED);
    expect(Date.now()).toBeGreaterThanOrEqual(expiresAt!.getTime() - 5);
  });

  it("ends when the credentials are revoked, but not because of our own failures", async () => {
    let trouble: Error | undefined;
    let checks = 0;
    server = await SampleServer.start({
      webSocketLimits: { recheckIntervalMs: 20 },
      contextFor: () => {
        checks++;
        return trouble ? Promise.reject(trouble) : Promise.resolve({ viewer: "me", generation: 0 });
      },
    });
    const client = await open(SILENCE, { authorization: "Bearer me" });
    trouble = new Error("no database");
    await eventually(() => checks > 3);
    expect(client.events).toEqual([]);
    trouble = new Unauthenticated("The token was revoked");
    expect(await client.whole()).toMatchObject(REFUSED);
    const checksAtEnd = checks;
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(checks).toBe(checksAtEnd);
  });

  it("includes a comment now and then while nothing happens", async () => {
    server = await SampleServer.start({ webSocketLimits: { pingIntervalMs: 20 } });
    const client = await open(SILENCE);
    await eventually(() => client.comments >= 4);
    expect(client.events).toEqual([]);
    client.leave();
    await eventually(() => server.sample.openSubscriptions === 0);
  });

  it("ends without `complete` when the server stops, which answers the queries in progress", async () => {
    server = await SampleServer.start({ drainTimeoutMs: 300_000 });
    const silent = await open(SILENCE);
    const slow = await open("{ slow }");
    await eventually(() => server.sample.openSubscriptions === 1);
    const stopped = server.running.close();
    expect(await silent.whole()).toEqual([]);
    expect(await silent.closed).toBe(true);
    server.sample.release?.();
    expect(await slow.whole()).toMatchObject([
      { data: { data: { slow: "done" } } },
      { event: "complete" },
    ]);
    await stopped;
  });
});

describe("limits of streams", () => {
  it("keep foreign pages from getting a stream", async () => {
    server = await SampleServer.start();
    for (const origin of ["https://evil.example", "null"]) {
      const client = await open(SILENCE, { origin });
      await client.closed;
      expect(client.response.statusCode).toBe(403);
      expect(JSON.parse(client.text)).toMatchObject({
        errors: [{ extensions: { code: "FORBIDDEN" } }],
      });
    }
    expect(server.callers).toEqual([]);
    const listed = await open("{ hello }", { origin: "https://pizza.example" });
    expect(listed.response).toMatchObject({
      statusCode: 200,
      headers: { "access-control-allow-origin": "https://pizza.example" },
    });
  });

  it("count streams and sockets together, per address and in total, until some leave", async () => {
    server = await SampleServer.start({
      webSocketLimits: { socketsPerAddress: 2, sockets: 3 },
      trustProxy: true,
    });
    const statusFrom = async (address: string) => {
      const client = await open(SILENCE, { "x-forwarded-for": `10.9.9.9, ${address}` });
      return { client, status: client.response.statusCode };
    };
    const headers = { "x-forwarded-for": "192.0.2.1" };
    const socket = await WebSocketClient.open(server.webSocketUrl, { headers });
    const first = await statusFrom("192.0.2.1");
    const over = await statusFrom("192.0.2.1");
    const other = await statusFrom("192.0.2.2");
    const full = await statusFrom("192.0.2.3");
    expect([first, over, other, full].map(({ status }) => status)).toEqual([200, 429, 200, 503]);
    expect(await WebSocketClient.refusal(server.webSocketUrl, { headers })).toBe(503);
    first.client.leave();
    await socket.leave();
    const again = await eventually(async () => {
      const { client, status } = await statusFrom("192.0.2.1");
      return status === 200 ? client : undefined;
    });
    again.leave();
    other.client.leave();
    await eventually(() => server.sample.openSubscriptions === 0);
  });

  it("cut off a reader that stops reading, and only that one", async () => {
    server = await SampleServer.start({ webSocketLimits: { maxBufferedBytes: 512 * 1024 } });
    // 40 MB are more than the kernel buffers for a reader that sleeps.
    const query = "subscription { bulk(to: 200, length: 200000) }";
    const sleeping = await open(query);
    sleeping.response.pause();
    await eventually(() => server.sample.openSubscriptions === 0);
    sleeping.response.resume();
    expect(await sleeping.closed).toBe(false);
    expect(sleeping.text).not.toContain("event: complete");
    expect((await server.query("{ hello }")).status).toBe(200);
  });

  it("let an active reader have more than the bound in total", async () => {
    server = await SampleServer.start({ webSocketLimits: { maxBufferedBytes: 64 * 1024 } });
    const client = await open("subscription { count(to: 5000) }");
    expect(await client.whole()).toHaveLength(5001);
    expect(client.text.length).toBeGreaterThan(2 * 64 * 1024);
  });
});
