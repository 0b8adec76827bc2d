import { connect } from "node:net";

import { eventually } from "../support/eventually";
import { SampleServer } from "../support/sample-server";
import { WebSocketClient } from "../support/websocket-client";

let server: SampleServer;
let url: string;

beforeAll(async () => {
  server = await SampleServer.start();
  url = server.webSocketUrl;
});

afterAll(() => server.running.close());

describe("limits of sockets", () => {
  it("admit listed origins, the server's own host and programs, and answer 403 to other pages", async () => {
    for (const origin of [undefined, "https://pizza.example", server.running.url]) {
      await (await WebSocketClient.open(url, origin === undefined ? {} : { origin })).leave();
    }
    for (const origin of ["https://evil.example", "null", "http://pizza.example"]) {
      expect(await WebSocketClient.refusal(url, { origin })).toBe(403);
    }
  });

  it("allow upgrades of /graphql only", async () => {
    expect(await WebSocketClient.refusal(url.replace("/graphql", "/livez"))).toBe(404);
  });

  it("close with 1009 for a message over 256 KiB", async () => {
    const client = await WebSocketClient.connect(url);
    client.send("x".repeat(256 * 1024 + 1));
    expect(await client.closed).toBe(1009);
  });

  it("refuse operations beyond the cap of a socket, which lives on", async () => {
    const client = await WebSocketClient.connect(url);
    for (let n = 1; n <= 51; n++) client.subscribe(String(n), "subscription { silence }");
    expect(await client.answer("51")).toMatchObject([
      { type: "error", payload: [{ extensions: { code: "TOO_MANY_OPERATIONS" } }] },
    ]);
    expect(server.sample.openSubscriptions).toBe(50);
    client.send({ id: "1", type: "complete" });
    client.subscribe("52", "{ hello }");
    await client.answer("52");
    await client.leave();
    await eventually(() => server.sample.openSubscriptions === 0);
  });

  it("refuse sockets beyond the caps per address and in total, until others leave", async () => {
    const small = await SampleServer.start({
      webSocketLimits: { socketsPerAddress: 2, sockets: 3 },
      trustProxy: true,
    });
    const from = (address: string) => ({ headers: { "x-forwarded-for": `10.9.9.9, ${address}` } });
    const open = (address: string) => WebSocketClient.open(small.webSocketUrl, from(address));
    const clients = [await open("192.0.2.1"), await open("192.0.2.1")];
    expect(await WebSocketClient.refusal(small.webSocketUrl, from("192.0.2.1"))).toBe(429);
    clients.push(await open("192.0.2.2"));
    expect(await WebSocketClient.refusal(small.webSocketUrl, from("192.0.2.3"))).toBe(503);

    await clients[0]!.leave();
    clients.push(await eventually(() => open("192.0.2.1").catch(() => undefined)));
    await Promise.all(clients.slice(1).map((client) => client.leave()));
    await small.running.close();
  });

  it("drop a socket that leaves a ping unanswered", async () => {
    const eager = await SampleServer.start({ webSocketLimits: { pingIntervalMs: 1_000 } });
    const silent = await WebSocketClient.open(eager.webSocketUrl, { autoPong: false });
    const talking = await WebSocketClient.connect(eager.webSocketUrl);
    expect(await silent.closed).toBe(1006);
    talking.subscribe("1", "{ hello }");
    await talking.answer("1");
    await talking.leave();
    await eager.running.close();
  });

  it("drop a reader that stops reading once too much waits for it", async () => {
    const tight = await SampleServer.start({ webSocketLimits: { maxBufferedBytes: 64 * 1024 } });
    const client = await WebSocketClient.connect(tight.webSocketUrl);
    client.subscribe("1", "subscription { silence }");
    await eventually(() => tight.sample.openSubscriptions === 1);
    client.socket.pause();
    // Each ping is answered with its payload; 40 MB are more than the kernel buffers for a reader
    // that sleeps.
    for (let n = 0; n < 200; n++)
      client.send({ type: "ping", payload: { filler: "x".repeat(200_000) } });
    await eventually(() => tight.sample.openSubscriptions === 0);
    expect((await tight.query("{ hello }")).status).toBe(200);
    client.socket.terminate();
    await tight.running.close();
  });

  it("send several large answers on one socket one after another, with events in between", async () => {
    const tight = await SampleServer.start({ webSocketLimits: { maxBufferedBytes: 64 * 1024 } });
    const client = await WebSocketClient.connect(tight.webSocketUrl);
    const ids = ["1", "2", "3", "4"];
    for (const id of ids) client.subscribe(id, "{ filler(length: 6000000) }");
    client.subscribe("events", "subscription { count(to: 5) }");
    client.subscribe("small", "{ hello }");
    for (const id of ids) {
      const [answer, end] = await client.answer(id);
      expect(JSON.stringify(answer).length).toBeGreaterThan(6_000_000);
      expect(end).toEqual({ id, type: "complete" });
    }
    expect(await client.answer("events")).toHaveLength(6);
    expect(await client.answer("small")).toHaveLength(2);
    await client.leave();
    await tight.running.close();
  });

  it("send nothing more of a queued answer once the client completes it", async () => {
    const tight = await SampleServer.start({ webSocketLimits: { maxBufferedBytes: 64 * 1024 } });
    const client = await WebSocketClient.connect(tight.webSocketUrl);
    client.socket.pause();
    client.subscribe("1", "{ filler(length: 20000000) }");
    client.subscribe("2", "{ hello }");
    client.subscribe("3", "{ slow }");
    // It is queried last, so the others have been executed.
    await eventually(() => tight.sample.release !== undefined);
    client.send({ id: "2", type: "complete" });
    client.subscribe("4", "subscription { silence }");
    await eventually(() => tight.sample.openSubscriptions === 1);
    client.socket.resume();
    tight.sample.release?.();
    await client.answer("3");
    expect(client.received.filter(({ id }) => id === "2")).toEqual([]);
    expect(await client.answer("1")).toHaveLength(2);
    await client.leave();
    await tight.running.close();
  });

  it.each([
    ["long", 100_000, 10_000],
    ["short", 1_000, 40_000],
  ])(
    "stop reading ahead for a stalled reader, and then tell it to come back with its cursor: %s events",
    async (_, length, most) => {
      const eager = await SampleServer.start({ webSocketLimits: { pingIntervalMs: 300 } });
      const client = await WebSocketClient.connect(eager.webSocketUrl);
      client.socket.pause();
      // A few hundred fill what the kernel buffers for a reader that sleeps.
      client.subscribe("long", `subscription { bulk(to: 1000000, length: ${length}) }`);
      const stalled = await eventually(async () => {
        const { eventsTaken } = eager.sample;
        expect((await eager.query("{ hello }")).status).toBe(200);
        return eventsTaken > 1 && eventsTaken === eager.sample.eventsTaken && eventsTaken;
      });
      expect(stalled).toBeLessThan(most);
      await eventually(() =>
        eager.log.some(({ msg }) => msg === "a websocket client reads too slowly"),
      );
      client.socket.resume();
      expect(await client.closed).toBe(1013);
      expect(eager.sample.openSubscriptions).toBe(0);
      await eager.running.close();
    },
  );
});

describe("shutdown", () => {
  it("closes every socket with 1001 and ends its subscriptions", async () => {
    const leaving = await SampleServer.start();
    const client = await WebSocketClient.connect(leaving.webSocketUrl);
    client.subscribe("1", "subscription { silence }");
    await eventually(() => leaving.sample.openSubscriptions === 1);
    await leaving.running.close();
    expect(await client.closed).toBe(1001);
    expect(leaving.sample.openSubscriptions).toBe(0);
    expect(client.received.map(({ type }) => type)).not.toContain("complete");
  });

  it("does not wait for a peer that never answers the close", async () => {
    const leaving = await SampleServer.start({ drainTimeoutMs: 200 });
    const { port } = new URL(leaving.running.url);
    const peer = connect(Number(port), "127.0.0.1");
    const key = Buffer.from("0123456789abcdef").toString("base64");
    peer.write(
      `GET /graphql HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n` +
        `Sec-WebSocket-Key: ${key}\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n`,
    );
    await new Promise((resolve) => peer.once("data", resolve));
    await leaving.running.close();
    peer.destroy();
  });
});
