import { Forbidden } from "../../src/errors";
import { eventually } from "../support/eventually";
import { SampleServer, WRONG_TOKEN } from "../support/sample-server";
import { WebSocketClient } from "../support/websocket-client";

let server: SampleServer;
let url: string;

beforeAll(async () => {
  server = await SampleServer.start();
  url = server.webSocketUrl;
});

afterAll(() => server.running.close());

const INTERNAL = {
  message: "Internal server error",
  extensions: { code: "INTERNAL_SERVER_ERROR" },
};
const TOO_COMPLEX = {
  message: expect.stringMatching(
    /^The operation is too complex(: [a-z ]+ \d+ of at most \d+)?$/,
  ) as string,
  extensions: { code: "TOO_COMPLEX" },
};

describe("the WebSocket server: errors", () => {
  it("answers a syntax error with an error message, and the other subscriptions live on", async () => {
    const client = await WebSocketClient.connect(url);
    client.subscribe("alive", "subscription { silence }");
    await eventually(() => server.sample.openSubscriptions === 1);
    client.subscribe("bad", "subscription {");
    expect(await client.answer("bad")).toMatchObject([
      {
        type: "error",
        payload: [
          { extensions: { code: "GRAPHQL_PARSE_FAILED", requestId: expect.any(String) as string } },
        ],
      },
    ]);
    client.subscribe("good", "{ hello }");
    expect(await client.answer("good")).toMatchObject([
      { payload: { data: { hello: "hello" } } },
      { type: "complete" },
    ]);
    expect(server.sample.openSubscriptions).toBe(1);
    await client.leave();
    await eventually(() => server.sample.openSubscriptions === 0);
  });

  it("answers an unknown field, a missing operation and a wrong variable with codes", async () => {
    const client = await WebSocketClient.connect(url);
    client.subscribe("field", "{ nothing }");
    client.send({
      id: "name",
      type: "subscribe",
      payload: { query: "query A { hello }", operationName: "B" },
    });
    client.subscribe("variable", "subscription ($to: Int!) { count(to: $to) }", { to: "many" });
    const codes = async (id: string) => JSON.stringify(await client.answer(id));
    expect(await codes("field")).toContain("GRAPHQL_VALIDATION_FAILED");
    expect(await codes("name")).toContain("BAD_USER_INPUT");
    expect(await codes("variable")).toContain("BAD_USER_INPUT");
    await client.leave();
  });

  it.each([
    ["1 000 aliases", `{ ${Array.from({ length: 1000 }, (_, n) => `a${n}: hello`).join(" ")} }`],
    ["20 000 nested braces", "{ dish ".repeat(20_000)],
    ["4 900 nested brackets", `{ dishes(first: ${"[".repeat(4_900)}`],
    ["nesting 24", `{ dish ${"{ with ".repeat(22)} { name } ${"}".repeat(22)} }`],
  ])("refuses %s with one error, and keeps the socket open", async (_title, query) => {
    const client = await WebSocketClient.connect(url);
    client.subscribe("1", query);
    expect(await client.answer("1")).toMatchObject([{ type: "error", payload: [TOO_COMPLEX] }]);
    client.subscribe("2", "{ hello }");
    await client.answer("2");
    await client.leave();
  });

  it("masks what fails on subscribing, in an event and in the source, and logs it with the request id", async () => {
    const client = await WebSocketClient.open(url, { headers: { "x-request-id": "socket-1" } });
    client.send({ type: "connection_init" });
    await client.next(({ type }) => type === "connection_ack");
    for (const field of ["crash", "crashingEvent", "crashingSource"])
      client.subscribe(field, `subscription { ${field} }`);

    const masked = { ...INTERNAL, extensions: { ...INTERNAL.extensions, requestId: "socket-1" } };
    expect((await client.answer("crash"))[0]).toMatchObject({ payload: { errors: [masked] } });
    expect((await client.answer("crashingEvent"))[0]).toMatchObject({
      payload: { data: { crashingEvent: null }, errors: [masked] },
    });
    expect((await client.answer("crashingSource"))[1]).toMatchObject({
      type: "error",
      payload: [masked],
    });
    expect(JSON.stringify(client.received)).not.toContain("hunter2");
    const logged = server.log.filter(
      (line) => line["requestId"] === "socket-1" && line["msg"] === "unexpected error",
    );
    expect(logged).toHaveLength(3);
    await client.leave();
  });

  it("hides introspection and suggestions from outsiders", async () => {
    const outside = await SampleServer.start({ introspection: false });
    const client = await WebSocketClient.connect(outside.webSocketUrl);
    client.subscribe("1", "{ __schema { types { name } } }");
    client.subscribe("2", "{ hallo }");
    expect(await client.answer("1")).toMatchObject([{ type: "error" }]);
    expect(await client.answer("2")).toMatchObject([
      { payload: [{ message: 'Cannot query field "hallo" on type "Query".' }] },
    ]);
    await client.leave();
    await outside.running.close();
  });
});

describe("the WebSocket server: credentials", () => {
  it.each(["authorization", "Authorization"])(
    "reads %s from the connection parameters",
    async (name) => {
      const client = await WebSocketClient.connect(url, { [name]: "Bearer anna" });
      client.subscribe("1", "{ viewer }");
      expect(await client.answer("1")).toMatchObject([
        { payload: { data: { viewer: "Bearer anna" } } },
        {},
      ]);
      await client.leave();
    },
  );

  it("closes with 4403 if they are invalid", async () => {
    const client = await WebSocketClient.open(url);
    client.send({ type: "connection_init", payload: { authorization: WRONG_TOKEN } });
    expect(await client.closed).toBe(4403);
    expect(client.received).toEqual([]);
  });

  it("closes with 4403 if they have been revoked since the connection", async () => {
    let revoked = false;
    const contextFor = () =>
      revoked
        ? Promise.reject(new Forbidden("The key was revoked"))
        : Promise.resolve({ viewer: "key", generation: 0 });
    const strict = await SampleServer.start({ contextFor });
    const client = await WebSocketClient.connect(strict.webSocketUrl);
    revoked = true;
    client.subscribe("1", "{ viewer }");
    expect(await client.closed).toBe(4403);
    await strict.running.close();
  });

  it("closes with 4403 at the moment they expire", async () => {
    let expiresAt: Date | undefined;
    const brief = await SampleServer.start({
      contextFor: () => {
        expiresAt ??= new Date(Date.now() + 400);
        return Promise.resolve({ viewer: "anna", generation: 0, expiresAt });
      },
    });
    const client = await WebSocketClient.connect(brief.webSocketUrl);
    client.subscribe("1", "subscription { silence }");
    expect(await client.closed).toBe(4403);
    expect(Date.now()).toBeGreaterThanOrEqual(expiresAt!.getTime() - 5);
    await eventually(() => brief.sample.openSubscriptions === 0);
    await brief.running.close();
  });

  it("closes with 4500 without the reason when no context can be created", async () => {
    const broken = await SampleServer.start({
      contextFor: () => Promise.reject(new Error("password=hunter2")),
    });
    const client = await WebSocketClient.open(broken.webSocketUrl);
    client.send({ type: "connection_init" });
    expect(await client.closed).toBe(4500);
    await broken.running.close();
    expect(JSON.stringify(broken.log)).toContain("hunter2");
  });
});
