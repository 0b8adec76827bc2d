import { TOKEN_HEADER } from "../../src/server/single-connections";
import { eventually, eventuallyIs } from "../support/eventually";
import { RawClient } from "../support/raw-client";
import { SampleServer } from "../support/sample-server";

const SILENCE = `/graphql?query=${encodeURIComponent("subscription { silence }")}`;

let server: SampleServer;
let client: RawClient;

afterEach(async () => {
  client.leave();
  await server.running.close();
});

function get(path: string, ...headers: readonly string[]): string {
  return [`GET ${path} HTTP/1.1`, "Host: x", "Accept: text/event-stream", ...headers, "", ""].join(
    "\r\n",
  );
}

const body = JSON.stringify({ query: "{ slow }" });
/** An answer that keeps everything behind it waiting. */
const SLOW = [
  "POST /graphql HTTP/1.1",
  "Host: x",
  "Content-Type: application/json",
  `Content-Length: ${body.length}`,
];

function slowAnd(...others: readonly string[]): string {
  return `${SLOW.join("\r\n")}\r\n\r\n${body}${others.join("")}`;
}

describe("requests pipelined on a connection that then drops", () => {
  it("leave no stream counted, and no subscription open", async () => {
    server = await SampleServer.start();
    client = await RawClient.open(server.running.url);
    client.socket.write(slowAnd(...Array.from({ length: 12 }, () => get(SILENCE))));
    await eventually(
      () => server.running.connections() === 12 && server.sample.openSubscriptions === 12,
    );
    client.leave();
    await eventually(() => server.running.connections() === 0);
    await eventually(() => server.sample.openSubscriptions === 0);
  });

  it("leave none open behind a stream, either", async () => {
    server = await SampleServer.start();
    client = await RawClient.open(server.running.url);
    client.socket.write(get(SILENCE) + get(SILENCE) + get(SILENCE));
    await eventually(
      () => server.running.connections() >= 1 && server.sample.openSubscriptions >= 1,
    );
    client.leave();
    await eventually(
      () => server.running.connections() === 0 && server.sample.openSubscriptions === 0,
    );
  });

  it("leave no stream of many operations, nor anything begun on it", async () => {
    server = await SampleServer.start();
    client = await RawClient.open(server.running.url);
    const token = await (await fetch(server.graphqlUrl, { method: "PUT" })).text();
    client.socket.write(slowAnd(get("/graphql", `${TOKEN_HEADER}: ${token}`)));
    const begin = () =>
      server.post(
        { query: "subscription { silence }", extensions: { operationId: "a" } },
        { [TOKEN_HEADER]: token },
      );
    await eventually(async () => (await begin()).status === 202);
    await eventually(() => server.sample.openSubscriptions === 1);
    client.leave();
    await eventually(
      () => server.running.connections() === 0 && server.sample.openSubscriptions === 0,
    );
    expect((await begin()).status).toBe(404);
  });

  it("leave no stream for a client that left before its credentials were checked", async () => {
    let admit: () => void = () => undefined;
    const admitted = new Promise<void>((resolve) => (admit = resolve));
    let asked = 0;
    server = await SampleServer.start({
      contextFor: async () => {
        asked++;
        await admitted;
        return { viewer: "guest", generation: 0 };
      },
    });
    client = await RawClient.open(server.running.url);
    client.socket.write(slowAnd(get(SILENCE), get(SILENCE)));
    await eventually(() => asked === 3);
    client.leave();
    await eventually(() => server.running.connections() === 0);
    admit();
    expect((await server.query("{ hello }")).status).toBe(200);
    expect([server.running.connections(), server.sample.openSubscriptions]).toEqual([0, 0]);
  });

  it("no longer count as in progress for their address behind a proxy", async () => {
    server = await SampleServer.start({
      trustProxy: true,
      httpLimits: { connectionsPerAddress: 4 },
    });
    const from = "X-Forwarded-For: 192.0.2.1";
    client = await RawClient.open(server.running.url);
    client.socket.write(slowAnd(...Array.from({ length: 4 }, () => get(SILENCE, from))));
    await eventually(() => server.sample.openSubscriptions === 4);
    const status = async () =>
      (await server.post({ query: "{ hello }" }, { "x-forwarded-for": "192.0.2.1" })).status;
    expect(await status()).toBe(429);
    client.leave();
    await eventuallyIs(() => status(), 200);
  });
});
