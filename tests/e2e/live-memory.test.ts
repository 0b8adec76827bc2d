import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

import { eventually, eventuallyFits } from "../support/eventually";
import { SampleServer } from "../support/sample-server";
import { SseClient } from "../support/sse-client";
import { WebSocketClient } from "../support/websocket-client";

const LIVE = 40;
const FILLER = 200_000;
/**
 * For all live subscriptions together; if kept, the fillers would take 8 MB. The clients are in
 * this process, too: what they still hold of what they have sent, up to half of it on a busy
 * machine, is not the server's.
 */
const MOST_BYTES = 6 * 2 ** 20;
const PATIENCE_MS = 20_000;

setFlagsFromString("--expose_gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** A different text each time, so that nothing is shared. */
const filler = (n: number) => `${n} `.padEnd(FILLER, "x");

let server: SampleServer;
beforeEach(async () => (server = await SampleServer.start()));
afterEach(() => server.running.close());

/**
 * Waits until little enough remains in memory for this many live subscriptions. @throws {Error}
 * when it is always more
 */
async function expectLittleKeptBy(subscribe: (n: number) => Promise<void> | void): Promise<void> {
  // The first of everything is compiled and kept.
  await subscribe(LIVE);
  await eventually(() => server.sample.openSubscriptions === 1);
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  for (let n = 0; n < LIVE; n += 1) await subscribe(n);
  await eventually(() => server.sample.openSubscriptions === LIVE + 1);
  // Messages that have just been sent are released in the next turns.
  const kept = () => {
    collectGarbage();
    return process.memoryUsage().heapUsed - before;
  };
  await eventuallyFits(kept, (bytes) => bytes < MOST_BYTES, PATIENCE_MS);
}

const QUERY = "subscription { silence }";

describe("subscriptions on a socket keep nothing of", () => {
  it.each<[string, (n: number) => object]>([
    [
      "variables that they do not declare",
      (n) => ({ payload: { query: QUERY, variables: { more: filler(n) } } }),
    ],
    ["extensions", (n) => ({ payload: { query: QUERY, extensions: { more: filler(n) } } })],
    ["what else is in their payload", (n) => ({ payload: { query: QUERY, more: filler(n) } })],
    ["what else is in their message", (n) => ({ payload: { query: QUERY }, more: filler(n) })],
  ])("%s", async (_, message) => {
    const client = await WebSocketClient.connect(server.webSocketUrl);
    await expectLittleKeptBy((n) =>
      client.send({ id: String(n), type: "subscribe", ...message(n) }),
    );
    await client.leave();
  });
});

it("a socket keeps none of its parameters except credentials and language", async () => {
  const clients: WebSocketClient[] = [];
  await expectLittleKeptBy(async (n) => {
    const client = await WebSocketClient.connect(server.webSocketUrl, {
      more: filler(n),
      Authorization: "Bearer one",
    });
    clients.push(client);
    client.subscribe("1", QUERY);
  });
  expect(server.callers.at(-1)?.authorization).toBe("Bearer one");
  await Promise.all(clients.map((client) => client.leave()));
});

it("an event stream keeps nothing of its request", async () => {
  const clients: SseClient[] = [];
  await expectLittleKeptBy(async (n) => {
    const body = { query: QUERY, extensions: { more: filler(n) } };
    clients.push(await SseClient.open({ url: server.graphqlUrl, body }));
  });
  clients.forEach((client) => client.leave());
  await eventually(() => server.sample.openSubscriptions === 0);
});

describe("a large message", () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;

  it("has its declared variables, and none of another operation's", async () => {
    const client = await WebSocketClient.connect(server.webSocketUrl);
    const query = "query ($n: Int! = 7) { dishes(first: $n) { name } }";
    client.subscribe("1", query, { n: "no number", more: filler(1) });
    const wrong = { errors: [{ extensions: { code: "BAD_USER_INPUT" } }] };
    expect(await client.answer("1")).toMatchObject([{ payload: wrong }, { type: "complete" }]);
    client.subscribe("1", query);
    const said = await eventually(() => client.received.length === 5 && client.received.slice(3));
    expect(said).toMatchObject([{ payload: { data: { dishes: null } } }, { type: "complete" }]);
    await client.leave();
  });

  it("with endlessly nested variables does no harm", async () => {
    const client = await WebSocketClient.connect(server.webSocketUrl);
    client.send(
      `{"id":"1","type":"subscribe","payload":{"query":"{ hello }","variables":{"deep":${deep}}}}`,
    );
    expect(await client.answer("1")).toMatchObject([{ type: "next" }, { type: "complete" }]);
    await client.leave();
  });

  it("with endless nesting elsewhere closes its socket", async () => {
    const client = await WebSocketClient.connect(server.webSocketUrl);
    client.send(`{"type":"ping","payload":{"deep":${deep}}}`);
    expect(await client.closed).toBe(4400);
  });

  it.each([
    "[]",
    "null",
    '"text"',
    '{"id":"1","type":"subscribe","payload":{"query":"{ hello }","variables":[1]}}',
  ])("that is not a protocol message closes its socket: %s", async (message) => {
    const client = await WebSocketClient.connect(server.webSocketUrl);
    client.send(message.padEnd(5_000));
    expect(await client.closed).toBe(4400);
  });
});

it.each([
  '{"id":"1","type":"subscribe","payload":{"query":7}}',
  '{"id":"","type":"subscribe","payload":{"query":"{ hello }"}}',
  '{"id":"1","type":"subscribe","payload":{"query":"{ hello }","operationName":7}}',
  '{"id":"1","type":"subscribe","payload":{"query":"{ hello }","extensions":[1]}}',
])("a short message that is not a protocol message closes its socket: %s", async (message) => {
  const client = await WebSocketClient.connect(server.webSocketUrl);
  client.send(message);
  expect(await client.closed).toBe(4400);
});
