import { eventually } from "../support/eventually";
import { SampleServer } from "../support/sample-server";
import { SseClient } from "../support/sse-client";
import { WebSocketClient } from "../support/websocket-client";

const QUERY =
  "subscription Shared($after: String, $wrong: Boolean) { shared(after: $after, wrong: $wrong) }";

let server: SampleServer;
let clients: WebSocketClient[];

beforeEach(async () => {
  server = await SampleServer.start();
  clients = [];
});

afterEach(() => server.running.close());

/** A client whose operation has a separate id. */
async function follow(
  variables: object = {},
  query = QUERY,
  authorization?: string,
): Promise<WebSocketClient> {
  const client = await WebSocketClient.connect(
    server.webSocketUrl,
    authorization ? { authorization } : undefined,
  );
  clients.push(client);
  client.subscribe(`of ${clients.length} "`, query, variables);
  await eventually(() => server.sample.openSubscriptions === clients.length);
  return client;
}

function answerOf(client: WebSocketClient) {
  return client.next(({ type }) => type === "next");
}

describe("subscriptions to the same events", () => {
  it("are executed once, wherever they began, and answer each client under its own id", async () => {
    for (const after of [undefined, null, "1", "2"]) await follow({ after });
    const stream = await SseClient.open({
      url: server.graphqlUrl,
      body: { query: QUERY, variables: { after: "3" } },
    });
    await eventually(() => server.sample.openSubscriptions === 5);
    server.sample.tell("soup");
    const payload = { data: { shared: "soup for guest" } };
    for (const [index, client] of clients.entries()) {
      expect(await answerOf(client)).toEqual({ id: `of ${index + 1} "`, type: "next", payload });
    }
    expect(await stream.next()).toEqual({ event: "next", data: payload });
    expect(server.sample.executions).toBe(1);
    server.sample.tell("cake");
    await eventually(() => clients.every(({ received }) => received.length === 3));
    expect(server.sample.executions).toBe(2);
    stream.leave();
  });

  it("share nothing across callers, documents and variables that may affect the answer", async () => {
    const first = await follow({ wrong: false });
    const stranger = await follow({ wrong: false }, QUERY, "Bearer other");
    const renamed = await follow({ wrong: false }, QUERY.replace("{ shared", "{ mine: shared"));
    const elsewhere = await follow({});
    server.sample.tell("soup");
    expect((await answerOf(first)).payload).toEqual({ data: { shared: "soup for guest" } });
    expect((await answerOf(stranger)).payload).toEqual({
      data: { shared: "soup for Bearer other" },
    });
    expect((await answerOf(renamed)).payload).toEqual({ data: { mine: "soup for guest" } });
    expect((await answerOf(elsewhere)).payload).toEqual({ data: { shared: "soup for guest" } });
    expect(server.sample.executions).toBe(4);
  });

  it("report an error to each client with its own request id", async () => {
    await follow({ wrong: true });
    await follow({ wrong: true });
    server.sample.tell("soup");
    const payloads = await Promise.all(
      clients.map(async (client) => (await answerOf(client)).payload),
    );
    const ids = payloads.map((payload) => {
      expect(payload).toMatchObject({
        errors: [{ message: "No such order", extensions: { code: "NOT_FOUND" } }],
      });
      return (payload as { errors: { extensions: { requestId: string } }[] }).errors[0]?.extensions
        .requestId;
    });
    expect(new Set(ids).size).toBe(2);
    expect(server.sample.executions).toBe(1);
  });

  it("deliver a burst to every client in order, whatever characters it contains", async () => {
    for (let n = 0; n < 3; n += 1) await follow();
    const dishes = Array.from({ length: 50 }, (_, n) => `борщ ${n} 🍲`);
    for (const dish of dishes) server.sample.tell(dish);
    await eventually(() => clients.every(({ received }) => received.length === 51));
    for (const [index, { received }] of clients.entries()) {
      expect(received.slice(1)).toEqual(
        dishes.map((dish) => ({
          id: `of ${index + 1} "`,
          type: "next",
          payload: { data: { shared: `${dish} for guest` } },
        })),
      );
    }
    expect(server.sample.executions).toBe(50);
  });

  it("continue for the others when one completes, and start afresh once all have left", async () => {
    const leaves = await follow();
    const stays = await follow();
    leaves.send({ id: 'of 1 "', type: "complete" });
    await eventually(() => server.sample.openSubscriptions === 1);
    server.sample.tell("soup");
    await answerOf(stays);
    expect(leaves.received.map(({ type }) => type)).toEqual(["connection_ack"]);
    await stays.leave();
    await eventually(() => server.sample.openSubscriptions === 0);
    clients = [];
    const later = await follow();
    server.sample.tell("cake");
    expect((await answerOf(later)).payload).toEqual({ data: { shared: "cake for guest" } });
  });
});
