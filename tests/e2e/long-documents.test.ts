import { SampleServer } from "../support/sample-server";
import { SseClient } from "../support/sse-client";
import { WebSocketClient } from "../support/websocket-client";

const LONGEST = 20_000;

/** A valid document of exactly this many characters. */
const commented = (length: number) => `{ hello } #${"x".repeat(length - 11)}`;

/** What makes a document long, without a parser having to look at it. */
const TOO_LONG: Readonly<Record<string, string>> = {
  "a comment": commented(LONGEST + 1),
  "a comment in front": `#${"я".repeat(LONGEST)}\n{ hello }`,
  "empty comments": `{ hello } ${"#\n".repeat(LONGEST / 2)}`,
  blanks: `{ hello${" ".repeat(LONGEST)}}`,
  "line breaks": `{ hello }${"\r\n".repeat(LONGEST / 2)}`,
  commas: `{ hello${",".repeat(LONGEST)}}`,
  "an alias": `{ ${"a".repeat(LONGEST)}: hello }`,
  "a fragment's name": `{ ...${"f".repeat(LONGEST / 2)} } fragment ${"f".repeat(LONGEST / 2)} on Query { hello }`,
  "the name of the operation": `query ${"q".repeat(LONGEST)} { hello }`,
  "what is no document at all": "(".repeat(LONGEST + 1),
};

let server: SampleServer;
beforeAll(async () => (server = await SampleServer.start()));
afterAll(() => server.running.close());

const REFUSAL = {
  message: expect.stringMatching(
    /^The operation is too complex: characters \d+ of at most 20000$/,
  ) as string,
  extensions: { code: "TOO_COMPLEX", measure: "CHARACTERS", limit: 20_000 },
};

describe.each(Object.entries(TOO_LONG))(
  "a document of more than 20,000 characters by %s is refused",
  (_, query) => {
    it("with 400 over HTTP", async () => {
      expect(await server.query(query)).toMatchObject({ status: 400, body: { errors: [REFUSAL] } });
    });

    it("with an error over a socket, which lives on", async () => {
      const client = await WebSocketClient.connect(server.webSocketUrl);
      client.subscribe("1", query);
      expect(await client.answer("1")).toMatchObject([{ type: "error", payload: [REFUSAL] }]);
      client.subscribe("2", "{ hello }");
      expect(await client.answer("2")).toMatchObject([{ type: "next" }, { type: "complete" }]);
      await client.leave();
    });

    it("with an error in an event stream", async () => {
      const client = await SseClient.open({ url: server.graphqlUrl, body: { query } });
      expect(await client.whole()).toMatchObject([
        { event: "next", data: { errors: [REFUSAL] } },
        { event: "complete" },
      ]);
    });
  },
);

describe("a document of 20,000 characters", () => {
  it("is answered over HTTP, over a socket and in an event stream", async () => {
    const query = commented(LONGEST);
    expect((await server.query(query)).body).toEqual({ data: { hello: "hello" } });
    const client = await WebSocketClient.connect(server.webSocketUrl);
    client.subscribe("1", query);
    expect(await client.answer("1")).toMatchObject([{ type: "next" }, { type: "complete" }]);
    await client.leave();
    const stream = await SseClient.open({ url: server.graphqlUrl, body: { query } });
    expect(await stream.whole()).toMatchObject([
      { data: { data: { hello: "hello" } } },
      { event: "complete" },
    ]);
  });
});

describe("an operation on a socket", () => {
  it("must have an id of at most 200 characters, or the socket is closed", async () => {
    const client = await WebSocketClient.connect(server.webSocketUrl);
    client.subscribe("i".repeat(200), "{ hello }");
    expect(await client.answer("i".repeat(200))).toMatchObject([
      { type: "next" },
      { type: "complete" },
    ]);
    client.subscribe("i".repeat(201), "{ hello }");
    expect(await client.closed).toBe(4400);
  });
});
