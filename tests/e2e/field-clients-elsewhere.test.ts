import { eventually } from "../support/eventually";
import { SampleServer } from "../support/sample-server";
import { WebSocketClient } from "../support/websocket-client";

const SUBSCRIPTION = "subscription { count(to: 1) }";

let server: SampleServer;
let production: SampleServer;

beforeAll(async () => {
  const allowedOrigins = ["https://pizza.example", "capacitor://localhost"];
  server = await SampleServer.start({ allowedOrigins });
  production = await SampleServer.start({ allowedOrigins, production: true, introspection: false });
});

afterAll(() => Promise.all([server.running.close(), production.running.close()]));

function get(query: string, headers: Record<string, string> = {}, to = server): Promise<Response> {
  return fetch(`${to.graphqlUrl}?query=${encodeURIComponent(query)}`, { headers });
}

describe("a subscription without a stream", () => {
  const accepts = [
    ...[
      "*/*",
      "application/json",
      "application/graphql-response+json, application/json;q=0.9",
      "text/html",
    ],
    'multipart/mixed;boundary="graphql";subscriptionSpec="1.0",application/graphql-response+json,application/json;q=0.9',
    ...[
      "multipart/mixed",
      "text/event-stream;q=0, application/json",
      "application/json, text/event-stream",
    ],
  ];
  const ways: [string, string, (accept: string) => Promise<Response>][] = accepts.flatMap(
    (accept) => [
      ["POST", accept, () => server.post({ query: SUBSCRIPTION }, { accept })],
      ["GET", accept, () => get(SUBSCRIPTION, { accept })],
    ],
  );

  it.each(ways)("by %s with %s is pointed to both transports", async (_method, accept, ask) => {
    const [lines, answer] = [server.log.length, await ask(accept)];
    expect(answer.status).toBe(400);
    const { errors } = (await answer.json()) as {
      errors: { message: string; extensions: object }[];
    };
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toMatch(/graphql-transport-ws.*Accept: text\/event-stream/);
    expect(errors[0]?.extensions).toMatchObject({
      code: "BAD_REQUEST",
      requestId: expect.any(String) as string,
    });
    expect(JSON.stringify(server.log.slice(lines))).not.toMatch(/stack|unexpected/);
  });

  it("is recognised by its name among other operations, behind comments and fragments", async () => {
    const query = `# subscription\nquery Q { hello } subscription S { ...F } fragment F on Subscription { count(to: 1) }`;
    expect((await server.post({ query, operationName: "Q" })).status).toBe(200);
    expect(await (await server.post({ query, operationName: "S" })).text()).toContain(
      "graphql-transport-ws",
    );
    expect((await server.post({ query: '{ hello } # "subscription"' })).status).toBe(200);
  });
});

describe("requests that other servers accept", () => {
  const body = JSON.stringify({ query: "mutation { touch }" });

  it.each([
    ["a list of operations", "application/json", `[${body},${body}]`, 400, /one operation/],
    [
      "a file",
      "multipart/form-data; boundary=x",
      `--x\r\n\r\n${body}\r\n--x--`,
      415,
      /Content-Type: application\/json/,
    ],
    [
      "a bare document",
      "application/graphql",
      "mutation { touch }",
      415,
      /Content-Type: application\/json/,
    ],
    [
      "a form",
      "application/x-www-form-urlencoded",
      "query=mutation{touch}",
      415,
      /application\/json/,
    ],
    ["plain text", "text/plain;charset=UTF-8", body, 400, /application\/json/],
    ["XML", "text/xml", "<query/>", 415, /Content-Type: application\/json/],
  ])("%s is refused with an explanation", async (_what, type, sent, status, words) => {
    const before = server.sample.mutationsRun;
    const answer = await server.post(sent, { "content-type": type });
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringMatching(words)]);
    expect(server.sample.mutationsRun).toBe(before);
  });

  it.each([
    "application/json;charset=utf-8",
    "application/json; charset=UTF-8",
    "Application/JSON",
  ])("JSON is accepted as %s", async (type) => {
    expect((await server.post({ query: "{ hello }" }, { "content-type": type })).status).toBe(200);
  });

  it("a mutation is refused before it runs if no answer would be accepted", async () => {
    const before = server.sample.mutationsRun;
    const answer = await server.post(
      { query: "mutation { touch }" },
      { accept: "multipart/mixed;deferSpec=20220824" },
    );
    expect([answer.status, await answer.text()]).toEqual([
      406,
      expect.stringContaining("application/json"),
    ]);
    expect(server.sample.mutationsRun).toBe(before);
    expect(
      (
        await server.post(
          { query: "{ hello }" },
          { accept: "multipart/mixed;deferSpec=20220824, application/json" },
        )
      ).status,
    ).toBe(200);
  });

  it("@defer is answered as an unknown directive", async () => {
    const answer = await server.post({ query: "{ ... @defer { hello } }" });
    expect([answer.status, await answer.text()]).toEqual([
      400,
      expect.stringContaining('Unknown directive \\"@defer\\"'),
    ]);
  });

  it("clients of the old subprotocol are answered in that protocol", async () => {
    const client = await WebSocketClient.open(server.webSocketUrl, {}, ["graphql-ws"]);
    const reason = new Promise((resolve) =>
      client.socket.once("close", (_code, why: Buffer) => resolve(why.toString())),
    );
    client.send({ type: "connection_init" });
    expect(await client.next(({ type }) => type === "connection_error")).toMatchObject({
      payload: { message: expect.stringContaining("graphql-transport-ws") as string },
    });
    expect([await client.closed, await reason]).toEqual([
      4406,
      expect.stringContaining("graphql-transport-ws"),
    ]);
    await eventually(() => server.running.connections() === 0);
  });
});
