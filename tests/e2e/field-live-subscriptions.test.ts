import { eventually } from "../support/eventually";
import { SampleServer } from "../support/sample-server";
import { SseClient } from "../support/sse-client";
import { WebSocketClient } from "../support/websocket-client";

const SILENCE = "subscription { silence }";
/** 26 KB of variables, which count as 208 KB. */
const FILLER = "x".repeat(26_000);
const FILLED = "subscription ($after: String) { shared(after: $after) }";
const LIMITS = { heldPerConnection: 700_000, heldPerAddress: 1_200_000 };

let server: SampleServer;
const clients: WebSocketClient[] = [];

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.leave()));
  await server.running.close();
});

async function connect(): Promise<WebSocketClient> {
  const client = await WebSocketClient.connect(server.webSocketUrl);
  clients.push(client);
  return client;
}

/** Subscribes again and again until a subscription is refused; returns how many were not. */
async function fill(client: WebSocketClient): Promise<number> {
  const open = server.sample.openSubscriptions;
  for (let count = 0; count < 50; count += 1) {
    client.subscribe(`filled ${count}`, FILLED, { after: `${count} ${FILLER}` });
    const isRefused = () => client.received.some(({ id }) => id === `filled ${count}`);
    await eventually(() => isRefused() || server.sample.openSubscriptions === open + count + 1);
    if (isRefused()) return count;
  }
  throw new Error("Nothing was refused");
}

describe("Live subscriptions that hold too much", () => {
  beforeEach(async () => (server = await SampleServer.start({ webSocketLimits: LIMITS })));

  it("are refused per connection, which lives on, until one of them ends", async () => {
    const client = await connect();
    expect(await fill(client)).toBe(3);
    const [answer] = await client.answer("filled 3");
    expect(answer).toMatchObject({
      type: "next",
      payload: { errors: [{ extensions: { code: "RATE_LIMITED" } }] },
    });
    expect(JSON.stringify(answer)).toMatch(/hold too much.*retryAfterSeconds/);
    client.send({ id: "filled 0", type: "complete" });
    await eventually(() => server.sample.openSubscriptions === 2);
    client.subscribe("again", FILLED, { after: FILLER });
    await eventually(() => server.sample.openSubscriptions === 3);
  });

  it("are refused per address, on further sockets and as event streams", async () => {
    for (let sockets = 0; sockets < 2; sockets += 1) await fill(await connect());
    const body = { query: FILLED, variables: { after: FILLER } };
    const stream = await SseClient.open({ url: server.graphqlUrl, body });
    expect(await stream.next()).toMatchObject({
      data: { errors: [{ extensions: { code: "RATE_LIMITED" } }] },
    });
    stream.leave();
    // A subscription that holds little still fits.
    const small = await connect();
    small.subscribe("1", SILENCE);
    await eventually(() => server.sample.openSubscriptions === 6);
  });

  it("do not include identical ones, however many: they share one document", async () => {
    const long = `subscription { silence } # ${"x".repeat(19_000)}`;
    const client = await connect();
    for (let count = 0; count < 50; count += 1) client.subscribe(String(count), long);
    await eventually(() => server.sample.openSubscriptions === 50);
  });
});

describe("The events of a subscription", () => {
  const worked = { admitted: [] as [number, boolean][], settled: 0 };
  beforeEach(async () => {
    Object.assign(worked, { admitted: [], settled: 0 });
    server = await SampleServer.start({
      admitWork: (_context, values, isMutation) => void worked.admitted.push([values, isMutation]),
      settleWork: () => void (worked.settled += 1),
    });
  });

  it("each count as the subscriber's work, and are never refused for it", async () => {
    const client = await connect();
    client.subscribe("1", "subscription { count(to: 3) }");
    await eventually(() => worked.settled === 3);
    expect(worked.admitted.map(([, isMutation]) => isMutation)).toEqual([false, true, true, true]);
    expect(new Set(worked.admitted.map(([values]) => values)).size).toBe(1);
    expect(worked.admitted[0]![0]).toBeGreaterThan(0);
  });

  it("count as the subscriber's work on an event stream", async () => {
    const body = { query: "subscription { count(to: 2) }" };
    const stream = await SseClient.open({ url: server.graphqlUrl, body });
    await eventually(() => worked.settled === 2);
    stream.leave();
  });

  it("count as queries do over sockets and event streams", async () => {
    const client = await connect();
    client.subscribe("1", "{ hello }");
    await client.answer("1");
    const stream = await SseClient.open({ url: server.graphqlUrl, body: { query: "{ hello }" } });
    await eventually(() => worked.settled === 2);
    stream.leave();
  });
});
